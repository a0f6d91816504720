// The keys go to the terminal from the first one on, without a click into the page.
addEventListener("load", () => document.querySelector(".xterm-helper-textarea")?.focus());
