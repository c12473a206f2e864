// Runs a program to its end: what it said, how long, how much of the
// processors, how much memory at most.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Rejects when it fails. */
export function timed(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    // The shell counts what all its children have used.
    const script = 'TIMEFORMAT="took %R %U %S"; time "$0" "$@"';
    const child = spawn('bash', ['-c', script, command, ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'pipe'], ...options,
    });
    let [said, errors, peak] = ['', '', 0];
    child.stdout.on('data', data => { said += data; });
    child.stderr.on('data', data => { errors += data; });
    const watch = setInterval(() => { peak = Math.max(peak, most(child.pid)); }, 25);
    child.once('error', reject);
    child.once('close', status => {
      clearInterval(watch);
      const took = /took ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(errors);
      if (status !== 0 || !took) {
        reject(new Error(`${command} ${args[0] ?? ''} ended with ${status}:\n${said}${errors}`));
        return;
      }
      const [wall, user, system] = took.slice(1).map(Number);
      resolve({ said, wall, cpu: user + system, system, peak: Math.round(peak / 1024) });
    });
  });
}

// The most that the children of a shell have held at once, in kB.
function most(shell) {
  let sum = 0;
  for (const pid of children(shell)) {
    try {
      const [, held] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      sum += Number(held ?? 0);
    } catch {
      // It has just ended.
    }
  }
  return sum;
}

function children(pid) {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own.flatMap(child => [child, ...children(child)]);
  } catch {
    return [];
  }
}
