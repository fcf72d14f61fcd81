-- All three, or none where every point is kept.
ALTER TABLE assets.tag
  ADD compression_exception double precision,
  ADD compression_door      double precision,
  ADD compression_longest   double precision,
  ADD CONSTRAINT compression_whole
    CHECK (num_nulls(compression_exception, compression_door, compression_longest) IN (0, 3));
