import { useRef, useState } from 'react';
import type { Import } from '@/shared/api/contract';
import { useUpload } from './api';

export interface Upload {
  id: number;
  file: File;
  error?: unknown;
}

/** Files on their way to the server, one after the other; a refused one stays with its reason. */
export function useUploads(onArrived: (imports: Import[]) => void) {
  const upload = useUpload();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const next = useRef(1);
  const aborts = useRef(new Map<number, AbortController>());

  const drop = (id: number) => setUploads(old => old.filter(one => one.id !== id));
  const send = async (files: readonly File[]) => {
    const wanted = files.map(file => ({ id: next.current++, file }));
    wanted.forEach(one => aborts.current.set(one.id, new AbortController()));
    setUploads(old => [...old, ...wanted]);
    const arrived: Import[] = [];
    for (const one of wanted) {
      const signal = aborts.current.get(one.id)?.signal;
      try {
        if (!signal?.aborted) arrived.push(await upload.mutateAsync({ file: one.file, signal }));
        drop(one.id);
      } catch (error) {
        if (signal?.aborted) drop(one.id);
        else setUploads(old => old.map(known => (known.id === one.id ? { ...known, error } : known)));
      }
    }
    onArrived(arrived);
  };
  const dismiss = (one: Upload) => {
    aborts.current.get(one.id)?.abort();
    drop(one.id);
  };
  return { uploads, send, dismiss };
}
