import { defaultStateDir, devStackOptions, freePorts, startStack, wipeStack } from '@warta/stack';

/** The three servers for one run alone; ending them is added to `endings`. */
export async function ownStack(endings: (() => unknown)[], say: (line: string) => void) {
  const ports = await freePorts(4);
  const port = () => ports.pop() ?? 0;
  const options = {
    ...devStackOptions(),
    name: 'bench',
    stateDir: defaultStateDir('bench'),
    kafkaPort: port(),
    kafkaControllerPort: port(),
    elasticsearchPort: port(),
    postgresPort: port(),
  };
  endings.push(() => wipeStack(options, () => undefined));
  const stack = await startStack(options, ({ message }) => say(message));
  endings.push(() => stack.stop());
  return stack;
}
