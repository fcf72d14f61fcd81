export const test = "a file of tests";
