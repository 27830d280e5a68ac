// Lets the unit tests run without packages: what comes from a registry is replaced by the stand-ins.
import { registerHooks } from "node:module";

const standIns = new URL("./stand_ins.ts", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const isPackage = !/^(node:|file:|[./])/.test(specifier);
    return isPackage ? { url: standIns, format: "module-typescript", shortCircuit: true } : next(specifier, context);
  },
});

export { asked, commands, secretText } from "./stand_ins.ts";
