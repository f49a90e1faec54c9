#!/usr/bin/env node
// Runs the program with the options of the command line.

import { spawnSync } from "node:child_process";
import { program } from "./index.js";

process.exit(spawnSync(program(), process.argv.slice(2), { stdio: "inherit" }).status ?? 1);
