import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheDir, isReachable, serverDir } from './server-account.ts';

/** Somebody who owns nothing here, as `nobody` is to root's files. */
const stranger = { name: 'stranger', ids: { uid: 54_321, gid: 54_321 } };
const you = { name: 'you' };

describe('where the servers keep their files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'warta-account-'));
    mkdirSync(path.join(folder, 'open'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the state folder when their user can walk down to it', () => {
    chmodSync(folder, 0o711);
    const stateDir = path.join(folder, 'open', 'not-yet-made');
    expect(isReachable(stateDir, stranger)).toBe(true);
    expect(serverDir({ name: 'dev', stateDir }, stranger)).toBe(path.join(stateDir, 'servers'));
  });

  it('is elsewhere, and different for each state folder, when a parent is closed', () => {
    chmodSync(folder, 0o700);
    const dirs = ['one', 'two'].map((name) =>
      serverDir({ name: 'dev', stateDir: path.join(folder, 'open', name) }, stranger),
    );
    expect(dirs[0]).toMatch(/^\/var\/lib\/warta\/dev-[0-9a-f]{8}$/);
    expect(dirs[0]).not.toBe(dirs[1]);
  });

  it('is the state folder for whoever runs the servers as themselves', () => {
    chmodSync(folder, 0o700);
    expect(serverDir({ name: 'dev', stateDir: folder }, you)).toBe(path.join(folder, 'servers'));
  });

  it('refuses a chosen cache folder that they cannot reach', () => {
    chmodSync(folder, 0o700);
    const environment = { WARTA_CACHE_DIR: path.join(folder, 'open') };
    expect(() => cacheDir(stranger, environment)).toThrow(
      expect.objectContaining({ code: 'unreachable-folder' }),
    );
    expect(cacheDir(you, environment)).toBe(environment.WARTA_CACHE_DIR);
    expect(cacheDir(you, { XDG_CACHE_HOME: '/x' })).toBe('/x/warta');
  });
});
