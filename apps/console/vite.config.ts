import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, withinBudget } from './build-output.ts';

/** Where the development server finds a search service, as `./warta up` starts it. */
const service = process.env['WARTA_URL'] ?? 'http://127.0.0.1:8081';

export default defineConfig({
  plugins: [react(), compressed(), withinBudget()],
  resolve: { conditions: ['@warta/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The policy of the pages knows no data: URLs.
    assetsInlineLimit: 0,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': service, '/openapi.json': service, '/docs': service },
  },
});
