package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Runs some groups of jobs. The same loop serves live points and replay; used by one thread.
 *
 * <p>Memory is bounded: a key that has too many points waiting, as when a clock runs far ahead,
 * works out the oldest before their time.
 */
public final class KeyedLoop {
  /** Points that one key may have waiting. */
  static final int MOST_WAITING = 1 << 16;

  private final List<Group> groups = new ArrayList<>();
  private final Map<Integer, List<Subscription>> byTag = new HashMap<>();
  private final List<Group> touched = new ArrayList<>();
  private List<Emission> said = new ArrayList<>();
  private long ceiling = Long.MAX_VALUE;

  /**
   * @param plans of each group, in their order
   * @param tagNumber number of a tag by its name; 0 for one that only jobs work out
   */
  public KeyedLoop(List<List<Planned>> plans, ToIntFunction<String> tagNumber) {
    for (List<Planned> members : plans) {
      Group group = new Group(members, emission -> said.add(emission));
      groups.add(group);
      subscribe(group, tagNumber);
    }
  }

  private void subscribe(Group group, ToIntFunction<String> tagNumber) {
    Map<String, Instance<?>> makers = new HashMap<>();
    for (Instance<?> instance : group.instances()) {
      List<String> inputs = instance.plan().inputs();
      for (int i = 0; i < inputs.size(); i++) {
        String tag = inputs.get(i);
        Instance<?> maker = makers.get(tag);
        if (maker != null) {
          int output = maker.plan().outputs().indexOf(tag);
          maker.addReader(output, new Subscription(instance, i, -1));
        } else {
          byTag
              .computeIfAbsent(tagNumber.applyAsInt(tag), _ -> new ArrayList<>())
              .add(new Subscription(instance, i, group.source(tag)));
        }
      }
      instance.plan().outputs().forEach(output -> makers.put(output, instance));
    }
  }

  List<Group> groups() {
    return groups;
  }

  /** The tags whose points it takes. */
  List<TagId> tags() {
    return byTag.keySet().stream().filter(tag -> tag > 0).sorted().map(TagId::new).toList();
  }

  /**
   * Works out a range of a source, the end excluded; what waits for late points still waits.
   *
   * @param afterSlice takes what was said meanwhile, again and again
   */
  public Slices.Read replay(
      PointSource source, TimeRange range, Runnable afterSlice, Progress progress) {
    Slices slices =
        new Slices(
            source,
            tags(),
            this::take,
            end -> {
              reach(end - 1);
              afterSlice.run();
            });
    return slices.read(range, progress);
  }

  /** Points beyond this instant do not move event time: their clock is wrong. */
  void setCeiling(long time) {
    ceiling = time;
  }

  /** Takes points of any order and works out what they allow. */
  public void take(PointBatch batch) {
    int tag = -1;
    List<Subscription> subscriptions = List.of();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.tag(i) != tag) {
        tag = batch.tag(i);
        subscriptions = byTag.getOrDefault(tag, List.of());
      }
      for (int s = 0; s < subscriptions.size(); s++) {
        Subscription to = subscriptions.get(s);
        Group group = to.instance().group();
        group.offer(to, batch.time(i), batch.value(i), batch.quality(i), ceiling);
        if (to.instance().waiting() > MOST_WAITING) {
          makeRoom(to.instance());
        }
        if (group.touch()) {
          touched.add(group);
        }
      }
    }
    for (Group group : touched) {
      group.advance();
      group.untouch();
    }
    touched.clear();
  }

  private void makeRoom(Instance<?> instance) {
    instance.group().advance();
    if (instance.waiting() > MOST_WAITING) {
      long middle = instance.headTime() + (instance.tailTime() - instance.headTime()) / 2;
      instance.group().finish(middle);
    }
  }

  /** Event time has reached an instant, whatever points say. */
  private void reach(long time) {
    groups.forEach(group -> group.reach(time));
  }

  /** Works out everything up to a time, it included; nothing more is waited for. */
  public void finish(long time) {
    groups.forEach(group -> group.finish(time));
  }

  /** What was said since it was asked last, in order for each key. */
  public List<Emission> takeSaid() {
    if (said.isEmpty()) {
      return List.of();
    }
    List<Emission> taken = said;
    said = new ArrayList<>();
    return taken;
  }

  /** What its keys remember. */
  public Map<JobKey, StateFile.Entry> state() {
    return StateFile.of(this);
  }

  /** How its keys do. */
  public List<JobStatus> status() {
    List<JobStatus> all = new ArrayList<>();
    for (Group group : groups) {
      Long dirty = group.dirtyFrom() == Group.CLEAN ? null : group.dirtyFrom();
      for (Instance<?> one : group.instances()) {
        all.add(
            new JobStatus(
                one.plan().key(),
                one.failure(),
                one.watermark(),
                one.moments(),
                one.waiting(),
                group.late(),
                dirty));
      }
    }
    return all;
  }

  /** The points of a range have changed or are new for some keys, without being handed over. */
  public int invalidate(Map<JobKey, TimeRange> ranges) {
    int found = 0;
    for (Group group : groups) {
      for (JobKey key : group.keys()) {
        TimeRange range = ranges.get(key);
        if (range != null && !range.isEmpty()) {
          group.invalidate(range);
          found++;
        }
      }
    }
    return found;
  }

  /** Lets a stopped key run again; false when it is not here or was not stopped. */
  public boolean restart(JobKey key) {
    for (Group group : groups) {
      for (Instance<?> one : group.instances()) {
        if (one.plan().key().equals(key) && one.failure() != null) {
          group.dirty(one.watermark());
          one.restart();
          return true;
        }
      }
    }
    return false;
  }
}
