import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { existsSync } from 'node:fs';
import { builtProgram, type Program } from '../support/program.js';
import type { Script } from '../support/scripted-project.js';
import { ScriptedService } from '../support/scripted-service.js';

const PROMPT = 'Create a fitness tracking app';

let program: Program;
let service: ScriptedService;
const children = new Set<ReturnType<typeof run>>();

beforeAll(async () => {
  program = await builtProgram();
});

afterEach(async () => {
  for (const child of children) child.kill();
  await Promise.all(children);
  children.clear();
  await service.close();
});

async function serve(script: Script = {}): Promise<void> {
  service = await ScriptedService.start(script);
}

function run(file: string, args: readonly string[]) {
  const { port } = new URL(service.url);
  const child = execa(file, args, {
    env: { PORT: port, NO_COLOR: '1', TERM: 'xterm' },
    reject: false,
    timeout: 30_000,
  });
  children.add(child);
  return child;
}

function generate(...args: string[]) {
  return run(process.execPath, [program.cli, ...args]);
}

/** Resolves once the child has printed this. */
function untilPrinted(child: ReturnType<typeof run>, text: string): Promise<void> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer | string): void => {
      printed += chunk.toString();
      if (printed.includes(text)) resolve();
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    void child.then(() => reject(new Error(`It ended before it printed ${JSON.stringify(text)}:\n${printed}`)));
  });
}

describe('npm run generate against a service that runs', () => {
  it('shows the progress, the screens, the preview and its QR code, and ends with 0', async () => {
    await serve();
    const { stdout, exitCode } = await generate(PROMPT);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Analyzing requirements');
    expect(stdout).toContain(' 85 %  Added screen New workout');
    expect(stdout).toMatch(/Screens {2}.*Workouts, Goals/);
    expect(stdout).toMatch(/Preview {2}http:\/\/app-[a-z0-9]+\.localhost:\d+\//);
    expect(stdout).toMatch(/[█▀▄]{8}/);
    expect(stdout).toContain('opens only on this computer');
  });

  it('leaves the QR code away with --no-qr', async () => {
    await serve();
    const { stdout } = await generate(PROMPT, '--no-qr');
    expect(stdout).not.toMatch(/[█▀▄]/);
  });

  it('prints each message of the run as one line with --json', async () => {
    await serve();
    const { stdout, exitCode } = await generate(PROMPT, '--json', '--id', 'from-the-terminal');
    const messages = stdout.split('\n').map((line) => JSON.parse(line) as { seq: number; type: string });
    expect(exitCode).toBe(0);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
    expect(messages.at(-1)?.type).toBe('complete');
  });

  it('shows only the new run of a project that had one', async () => {
    await serve();
    await generate(PROMPT, '--id', 'twice');
    const { stdout } = await generate('A recipe book with a shopping list', '--id', 'twice', '--json');
    const runs = stdout.split('\n').map((line) => (JSON.parse(line) as { run: number }).run);
    expect(new Set(runs)).toEqual(new Set([2]));
  });

  it('says why a run failed and ends with 1', async () => {
    await serve({ failOnceAt: { stage: 'installing_deps', reason: 'npm error: no disk', isRetryable: true } });
    const { stderr, exitCode } = await generate(PROMPT);
    expect(stderr).toContain('The run failed: npm error: no disk');
    expect(exitCode).toBe(1);
  });

  it('connects again with the last seq when the connection drops', async () => {
    await serve({ holdAt: 'starting_server' });
    const child = generate(PROMPT, '--json');
    await untilPrinted(child, 'Starting dev server');
    service.dropViewers(1006);
    await expectEventually(() => service.cursors.length === 2);
    service.release();
    const { stdout, stderr, exitCode } = await child;
    expect(exitCode).toBe(0);
    expect(stderr).toContain('connecting again');
    const seqs = stdout.split('\n').map((line) => (JSON.parse(line) as { seq: number }).seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(service.cursors[1]).toBeGreaterThan(0);
  });

  it('does not come back where it is refused', async () => {
    await serve();
    service.isRefusing = true;
    const { stderr, exitCode } = await generate(PROMPT);
    expect(stderr).toContain('not today');
    expect(exitCode).toBe(1);
  });

  it('joins a revision that somebody else has asked for, to its end', async () => {
    await serve({ holdAt: 'adding_components' });
    const first = generate(PROMPT, '--id', 'revised');
    await untilPrinted(first, 'Adding components');
    service.release();
    await first;
    service.hold();
    service.do('revised', () => ({ type: 'ReviseRun', instruction: 'Make it blue' }));
    const child = generate(PROMPT, '--id', 'revised', '--json');
    await untilPrinted(child, 'Adding components');
    service.release();
    const { stdout, stderr, exitCode } = await child;
    expect(exitCode).toBe(0);
    expect(stderr).toContain('A run of revised is already active');
    expect(stdout.split('\n').map((line) => (JSON.parse(line) as { type: string }).type)).toContain('complete');
  });

  it('joins a run that somebody has retried, whose first failure is not its end', async () => {
    const failOnceAt = { stage: 'installing_deps', reason: 'npm error: no disk', isRetryable: true } as const;
    await serve({ failOnceAt, holdAt: 'adding_components' });
    await generate(PROMPT, '--id', 'retried');
    service.do('retried', () => ({ type: 'RetryRun' }));
    const child = generate(PROMPT, '--id', 'retried');
    await untilPrinted(child, 'Adding components');
    service.release();
    expect((await child).exitCode).toBe(0);
  });

  it('leaves the run going on Ctrl-C where there is no terminal', async () => {
    await serve({ holdAt: 'starting_server' });
    const child = generate(PROMPT, '--id', 'goes-on');
    await untilPrinted(child, 'Starting dev server');
    child.kill('SIGINT');
    const { stderr, exitCode } = await child;
    expect(stderr).toContain(`The run continues. Watch it at ${service.url}/p/goes-on`);
    expect(exitCode).toBe(130);
    expect(service.statusOf('goes-on')).toBe('active');
  });
});

/** Linux's `script` gives a program a terminal: without it skipped by name and loudly, a failure in CI. */
function describeOnTerminal(name: string, fn: () => void): void {
  if (process.env['CI'] === 'true' || (process.platform === 'linux' && existsSync('/usr/bin/script'))) {
    describe(name, fn);
    return;
  }
  process.stderr.write(`SKIPPED, this machine has no /usr/bin/script of Linux: ${name}\n`);
  describe.skip(`${name} (needs Linux’s script)`, fn);
}

describeOnTerminal('npm run generate on a terminal', () => {
  /** `script` gives it a terminal; what is typed goes in through its own input. */
  function onTty(...args: string[]) {
    const command = [process.execPath, program.cli, ...args].map((part) => `'${part}'`).join(' ');
    // `exec`: a shell that waits for it (dash, where $SHELL names none) hears Ctrl-C too, and ends by that.
    return run('/usr/bin/script', ['-qec', `exec ${command}`, '/dev/null']);
  }

  it('draws a progress bar', async () => {
    await serve({ stepMs: 40 });
    const child = onTty(PROMPT, '--no-qr');
    const { stdout, exitCode } = await child;
    expect(stdout).toMatch(/█+░+ \d+ %/);
    expect(stdout).toContain('Scripted is complete');
    expect(exitCode).toBe(0);
  });

  it('asks on Ctrl-C, and cancels when told so', async () => {
    await serve({ holdAt: 'starting_server' });
    const child = onTty(PROMPT, '--id', 'asked');
    await untilPrinted(child, 'Starting dev server');
    child.stdin.write('\u0003');
    await untilPrinted(child, 'Cancel the run?');
    child.stdin.write('y\r');
    const { stdout, exitCode } = await child;
    expect(stdout).toContain('The run was cancelled.');
    expect(exitCode).toBe(1);
    expect(service.statusOf('asked')).toBe('cancelled');
  });

  it('leaves the run going on a second Ctrl-C', async () => {
    await serve({ holdAt: 'starting_server' });
    const child = onTty(PROMPT, '--id', 'asked-twice');
    await untilPrinted(child, 'Starting dev server');
    child.stdin.write('\u0003');
    await untilPrinted(child, 'Cancel the run?');
    child.stdin.write('\u0003');
    const { stdout, exitCode } = await child;
    expect(stdout).toContain('The run continues');
    expect(exitCode).toBe(130);
    expect(service.statusOf('asked-twice')).toBe('active');
  });
});

describe('npm run generate used wrongly', () => {
  it.each([
    ['without a prompt', [], 'There is no prompt'],
    ['with a prompt that is too short', ['an app'], 'too short'],
    ['with an unknown option', [PROMPT, '--colour'], '--colour'],
    ['with a seed that is none', [PROMPT, '--seed', 'x'], '--seed x'],
    ['with an id that is none', [PROMPT, '--id', '../x'], '--id ../x'],
    ['with a server that is no URL', [PROMPT, '--server', 'here'], '--server here'],
  ])('ends with 2 %s', async (_, args, text) => {
    await serve();
    const { stderr, exitCode } = await generate(...args);
    expect(stderr).toContain(text);
    expect(exitCode).toBe(2);
  });

  it('ends with 1 where no service answers at --server', async () => {
    await serve();
    const { stderr, exitCode } = await generate(PROMPT, '--server', 'http://localhost:9');
    expect(stderr).toContain('No service answers at http://localhost:9');
    expect(exitCode).toBe(1);
  });

  it('explains itself with --help', async () => {
    await serve();
    const { stdout, exitCode } = await generate('--help');
    expect(stdout).toContain('--template');
    expect(exitCode).toBe(0);
  });
});

async function expectEventually(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}
