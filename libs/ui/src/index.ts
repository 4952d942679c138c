// Empty on purpose: a page imports the part it uses (`@toonbank/ui/lists`, see ADR 0012), so that
// nothing else is in its bytes. The file is what makes this folder a project.
export {};
