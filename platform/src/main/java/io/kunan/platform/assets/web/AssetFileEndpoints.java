package io.kunan.platform.assets.web;

import io.kunan.platform.assets.internal.AssetFiles;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Assets and tags as files. */
@RestController
@RequestMapping("/api/assets")
class AssetFileEndpoints {
  private final AssetFiles files;

  AssetFileEndpoints(AssetFiles files) {
    this.files = files;
  }

  /** All assets and tags as JSON, or the tags alone as CSV. */
  @Requires(Role.ENGINEER)
  @GetMapping("/export")
  ResponseEntity<byte[]> export(@RequestParam(defaultValue = "json") String format, Caller caller)
      throws IOException {
    caller.requireAllSites();
    boolean csv = format.equals("csv");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (csv) {
      files.exportCsv(bytes);
    } else {
      files.exportJson(bytes);
    }
    return ResponseEntity.ok()
        .contentType(csv ? new MediaType("text", "csv") : MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(csv ? "kunan-tags.csv" : "kunan-assets.json")
                .build()
                .toString())
        .body(bytes.toByteArray());
  }

  /** Takes in such a file; {@code file} is a part of a form. */
  @Requires(Role.ENGINEER)
  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  AssetFiles.AssetImport read(@RequestParam("file") MultipartFile file, Caller caller)
      throws IOException {
    caller.requireAllSites();
    try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      return files.read(text);
    }
  }
}
