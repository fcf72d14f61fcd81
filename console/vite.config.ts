import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const server = process.env.KUNAN_URL ?? 'http://127.0.0.1:8765';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    // The page of assets lives under /assets, so files go elsewhere.
    assetsDir: 'static',
    manifest: true,
    // What was really bundled; the gate on licences compares it with the bill of materials.
    license: { fileName: '.vite/licences.json' },
    target: 'es2022',
    chunkSizeWarningLimit: 1600,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
});
