import type { paths } from '#openapi';

/** What the document says of one call: which parameters and body it takes and what it answers. */

export type Verb = 'get' | 'post' | 'put' | 'delete';

export type PathOf<V extends Verb> = {
  [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, V extends Verb> = NonNullable<paths[P][V]>;

/** The server takes null where a value may be absent, and so do drafts of forms. */
type Sent<T> = T extends readonly (infer E)[]
  ? readonly Sent<E>[]
  : T extends object
    ? { [K in keyof T]: undefined extends T[K] ? Sent<T[K]> | null : Sent<T[K]> }
    : T;

type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
/** A question that is not asked yet may lack the number it asks for. */
type PathParametersOf<O> = O extends { parameters: { path: infer P } }
  ? { [K in keyof P]: P[K] | null | undefined }
  : never;
type BodyOf<O> = O extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer B }
    ? Sent<B>
    : never
  : O extends { requestBody?: { content: { 'multipart/form-data': unknown } } }
    ? [NonNullable<O['requestBody']>] extends [never]
      ? never
      : FormData
    : never;

export type Answer<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends { responses: infer R }
    ? R[keyof R & (200 | 201)] extends { content: { 'application/json': infer A } }
      ? A
      : undefined
    : never;

type Part<Name extends string, T> = [T] extends [never]
  ? { [N in Name]?: undefined }
  : Record<never, never> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T };

export type Call<P extends keyof paths, V extends Verb> = Part<'path', PathParametersOf<Operation<P, V>>> &
  Part<'query', Sent<QueryOf<Operation<P, V>>>> &
  Part<'body', BodyOf<Operation<P, V>>> & { signal?: AbortSignal };
