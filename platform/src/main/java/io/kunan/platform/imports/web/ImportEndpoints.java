package io.kunan.platform.imports.web;

import io.kunan.kernel.InputException;
import io.kunan.platform.imports.FileImport;
import io.kunan.platform.imports.ImportMapping;
import io.kunan.platform.imports.ImportOptions;
import io.kunan.platform.imports.ImportOutcome;
import io.kunan.platform.imports.internal.ImportDesk;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.platform.web.Wording;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of measurements: upload, look, map, read, report. */
@RestController
@RequestMapping("/api/imports")
class ImportEndpoints {
  private static final int LONGEST_NAME = 200;

  private final ImportDesk desk;
  private final Wording wording;

  ImportEndpoints(ImportDesk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
  }

  @Requires(Role.ENGINEER)
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  FileImport upload(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
    if (file.isEmpty()) {
      throw new InputException("file", "it is empty", "give a file with rows");
    }
    try (InputStream stream = file.getInputStream()) {
      return desk.upload(name(file.getOriginalFilename()), stream, caller);
    }
  }

  @Requires(Role.VIEWER)
  @GetMapping
  List<FileImport> list(Caller caller) {
    return desk.list(caller);
  }

  @Requires(Role.VIEWER)
  @GetMapping("/{id}")
  FileImport find(@PathVariable long id, Caller caller) {
    return desk.find(id, caller);
  }

  @Requires(Role.ENGINEER)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id, Caller caller) {
    desk.delete(id, caller);
  }

  @Requires(Role.ENGINEER)
  @PutMapping("/{id}/options")
  FileImport look(@PathVariable long id, @RequestBody ImportOptions options, Caller caller) {
    return desk.look(id, options, caller);
  }

  @Requires(Role.ENGINEER)
  @PostMapping("/{id}/start")
  FileImport start(@PathVariable long id, @Valid @RequestBody ImportMapping wish, Caller caller) {
    return desk.start(id, wish, caller);
  }

  @Requires(Role.ENGINEER)
  @PostMapping("/{id}/cancel")
  FileImport cancel(@PathVariable long id, Caller caller) {
    return desk.cancel(id, caller);
  }

  /** Lines left out, with a byte order mark so that spreadsheets read Chinese rightly. */
  @Requires(Role.VIEWER)
  @GetMapping("/{id}/rejects.csv")
  ResponseEntity<byte[]> rejects(@PathVariable long id, Caller caller) {
    FileImport one = desk.find(id, caller);
    ImportOutcome report = one.report();
    if (report == null) {
      throw Refusal.conflict(
          "The import of %s has no report yet".formatted(one.fileName()), "wait for its end");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("rejects-%d.csv".formatted(id))
                .build()
                .toString())
        .body(csv(report).getBytes(StandardCharsets.UTF_8));
  }

  private String csv(ImportOutcome report) {
    StringBuilder text = new StringBuilder("\uFEFFline,reason\r\n");
    for (ImportOutcome.Remark reject : report.rejects()) {
      text.append(reject.line())
          .append(',')
          .append(cell(wording.say(reject.reason())))
          .append("\r\n");
    }
    long more = report.rejected() - report.rejects().size();
    if (more > 0) {
      text.append(",")
          .append(cell(wording.say(more + " more are counted but not listed")))
          .append("\r\n");
    }
    return text.toString();
  }

  /** Plain text even where a spreadsheet would see a formula. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** The last part of what a browser calls the file, without letters that print nothing. */
  private static String name(@org.jspecify.annotations.Nullable String original) {
    String name = original == null ? "" : original.replaceAll("^.*[/\\\\]", "");
    String visible = name.replaceAll("\\p{Cntrl}", "").strip();
    String known = visible.isEmpty() ? "file" : visible;
    return known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
  }
}
