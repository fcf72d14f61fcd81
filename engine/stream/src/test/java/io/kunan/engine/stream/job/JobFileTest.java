package io.kunan.engine.stream.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobFileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"kind":"calculation","id":"a","assets":["P1","P2"],"inputs":{"v":"{asset}.V"},
         "expression":"v * 2","output":{"tag":"{asset}.W","unit":"V","deadband":0.5},
         "lateness":"90s"}
        """,
        """
        {"kind":"soft-sensor","id":"a","inputs":{"v":"V"},"model":"m","features":["v"],
         "output":{"tag":"S"}}
        """,
        """
        {"kind":"window","id":"a","inputs":{"v":"V"},"expression":"v",
         "window":{"kind":"sliding","length":"1d","every":"1h"},
         "outputs":{"mean":{"tag":"M"},"known-seconds":{"tag":"K","unit":"s"}}}
        """,
        """
        {"kind":"rule","id":"a","inputs":{"v":"V"},"value":"v","below":3.5,"hysteresis":0.1,
         "delay":"500ms","clearDelay":"1m","priority":1,"title":{"zh":"低","en":"low"}}
        """,
        """
        {"kind":"rule","id":"a","inputs":{"v":"V"},"when":"v > 5","until":"v < 4"}
        """,
        """
        {"kind":"state-machine","id":"a","inputs":{"m":"M"},"event":"batch",
         "states":["idle","run"],"transitions":[
           {"from":"idle","to":"run","when":"m > 0","delay":"5s"},
           {"from":"run","to":"idle","when":"m == 0"}],
         "attributes":[{"name":"x","figure":"mean","of":"m"}]}
        """
      })
  void whatIsWrittenReadsBackEqual(String text) {
    Job job = JobFile.readJob(text);
    assertThat(JobFile.readJob(JobFile.write(job))).isEqualTo(job);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"delay\":\"2 weeks\" | job r, delay: “2 weeks” is no length of time",
        "\"dealy\":\"2m\" | job r, dealy: is no field here",
        "\"priority\":7 | job r, priority: is 7.0; give a whole number 1…3",
        "\"hysteresis\":-1 | job r, hysteresis: is -1.0; give 0 or a positive number",
        "\"below\":3 | job r, above, below or when: 2 of them stand there",
        "\"assets\":[\"A\",\"A\"] | job r, assets: names one asset twice",
        "\"lateness\":\"30d\" | job r, lateness: is over 7 days"
      })
  void aFaultNamesJobAndFieldAndWhatIsAllowed(String field, String message) {
    String text =
        """
        {"kind":"rule","id":"r","inputs":{"v":"V"},"value":"v","above":5,%s}
        """
            .formatted(field);
    assertThatThrownBy(() -> JobFile.readJob(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void goodJobsOfAFileAreKept() {
    JobFile file =
        JobFile.read(
            "jobs.json",
            """
            {"jobs":[
              {"kind":"rule","id":"good","inputs":{"v":"V"},"value":"v","above":5},
              {"kind":"rool","id":"bad","inputs":{"v":"V"}},
              {"kind":"rule","id":"reserved","inputs":{"in":"V"},"value":"in","above":5}]}
            """);
    assertThat(file.jobs()).extracting(job -> job.head().id()).containsExactly("good");
    assertThat(file.jobs().getFirst().head().lateness()).isEqualTo(Duration.ofSeconds(2));
    assertThat(file.problems()).hasSize(2);
    assertThat(file.problems().getFirst()).contains("job bad, kind: “rool” is not known");
    assertThat(file.problems().get(1)).contains("“in” cannot be used in expressions");
  }

  @Test
  void aFileThatIsNoJsonIsRefusedWithLineAndColumn() {
    assertThatThrownBy(() -> JobFile.read("jobs.json", "{\"jobs\":[\n{\"kind\":}]}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("jobs.json, line 2 column 9");
    assertThatThrownBy(() -> JobFile.read(Path.of("nowhere.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not there");
  }
}
