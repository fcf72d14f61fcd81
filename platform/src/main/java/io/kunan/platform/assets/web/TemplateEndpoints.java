package io.kunan.platform.assets.web;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Template;
import io.kunan.platform.assets.Template.TemplateTag;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From what assets are made. Templates belong to the whole installation, not to a site. */
@RestController
@RequestMapping("/api/templates")
class TemplateEndpoints {
  private final Assets assets;

  TemplateEndpoints(Assets assets) {
    this.assets = assets;
  }

  @Schema(name = "TemplateTag")
  record TemplateTagBody(@NotNull String suffix, @NotNull @Valid TraitsBody traits) {}

  @Schema(name = "Template")
  record TemplateBody(
      @NotNull String code, @NotNull Text name, @NotNull @Valid List<TemplateTagBody> tags) {
    static TemplateBody of(Template template) {
      return new TemplateBody(
          template.code(),
          template.name(),
          template.tags().stream()
              .map(tag -> new TemplateTagBody(tag.suffix(), TraitsBody.of(tag.traits())))
              .toList());
    }

    Template template() {
      return new Template(
          code,
          name,
          tags.stream().map(tag -> new TemplateTag(tag.suffix(), tag.traits().traits())).toList());
    }
  }

  @Requires(Role.VIEWER)
  @GetMapping
  List<TemplateBody> list() {
    return assets.templates().stream().map(TemplateBody::of).toList();
  }

  @Requires(Role.ENGINEER)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TemplateBody create(@Valid @RequestBody TemplateBody body, Caller caller) {
    caller.requireAllSites();
    return TemplateBody.of(assets.createTemplate(body.template()));
  }

  @Requires(Role.ENGINEER)
  @PutMapping("/{code}")
  TemplateBody change(
      @PathVariable String code, @Valid @RequestBody TemplateBody body, Caller caller) {
    caller.requireAllSites();
    if (!code.equals(body.code())) {
      throw new InputException("code", "is not " + code, "make a new template for another code");
    }
    return TemplateBody.of(assets.changeTemplate(body.template()));
  }

  @Requires(Role.ENGINEER)
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String code, Caller caller) {
    caller.requireAllSites();
    assets.deleteTemplate(code);
  }
}
