package io.kunan.platform.streams.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Input tags with points that came long after their time. What is noted is in the database before
 * the points are acknowledged, so that a process that ends knows afterwards what is to be worked
 * out anew. May be used from several threads.
 */
@Repository
class DirtyTags {
  /** Since when a tag is dirty, and the number of the last note on it. */
  private record Note(long from, long number) {}

  private final JdbcClient database;
  private final Map<Integer, Note> notes = new HashMap<>();
  private long number;

  DirtyTags(JdbcClient database) {
    this.database = database;
  }

  /** What was noted before the process ended. */
  synchronized Map<Integer, Long> read() {
    database
        .sql("select tag_id, from_us from streams.dirty")
        .query(
            row -> {
              notes.put(row.getInt("tag_id"), new Note(row.getLong("from_us"), number));
            });
    Map<Integer, Long> from = new HashMap<>();
    notes.forEach((tag, note) -> from.put(tag, note.from()));
    return from;
  }

  /** Notes since when tags are dirty; what is known already costs nothing. */
  synchronized void note(Map<Integer, Long> from) {
    number++;
    Map<Integer, Long> earlier = new HashMap<>();
    from.forEach(
        (tag, time) -> {
          Note known = notes.get(tag);
          if (known == null || time < known.from()) {
            earlier.put(tag, time);
          }
          long first = known == null ? time : Math.min(time, known.from());
          notes.put(tag, new Note(first, number));
        });
    if (!earlier.isEmpty()) {
      store(earlier);
    }
  }

  private void store(Map<Integer, Long> from) {
    Integer[] tags = from.keySet().toArray(Integer[]::new);
    Long[] times = new Long[tags.length];
    for (int i = 0; i < tags.length; i++) {
      times[i] = from.get(tags[i]);
    }
    database
        .sql(
            """
            insert into streams.dirty (tag_id, from_us)
            select * from unnest(:tags, :times)
            on conflict (tag_id) do update set from_us = least(streams.dirty.from_us,
              excluded.from_us)
            """)
        .param("tags", tags)
        .param("times", times)
        .update();
  }

  /** A mark: what was noted before it can be dropped together. */
  synchronized long mark() {
    return number;
  }

  /** All that was noted up to a mark is worked out and kept. */
  synchronized void settle(long mark) {
    List<Integer> done = new ArrayList<>();
    notes.forEach(
        (tag, note) -> {
          if (note.number() <= mark) {
            done.add(tag);
          }
        });
    if (!done.isEmpty()) {
      database
          .sql("delete from streams.dirty where tag_id = any (:tags)")
          .param("tags", done.toArray(Integer[]::new))
          .update();
      done.forEach(notes::remove);
    }
  }
}
