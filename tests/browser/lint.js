// Biome on the page and its tests. Its program is taken as it is: the package that would choose it names some that registries lack.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL(`node_modules/@biomejs/cli-${process.platform}-${process.arch}/biome`, import.meta.url));
const run = spawnSync(program, ['lint', '--error-on-warnings', '.', '../../crates/explorer/web'], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
