package io.kunan.platform.assets;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import java.util.List;

/**
 * Makes and changes assets and tags. Each call is one transaction with its entry in the audit
 * trail; when it returns, tree and catalogue show the change and {@link AssetsChanged} or {@link
 * TagsChanged} has been announced.
 */
public interface Assets {
  /** The assets as they are now. */
  AssetTree tree();

  /** The tags as they are now. */
  TagCatalogue tags();

  /** From what assets can be made, by code. */
  List<Template> templates();

  /**
   * Makes a template.
   *
   * @throws io.kunan.platform.web.Refusal 409 when the code is taken
   */
  Template createTemplate(Template template);

  /** Replaces the template of this code; assets made from it stay as they are. 404 without one. */
  Template changeTemplate(Template template);

  /** Deletes a template; assets made from it stay as they are. 404 without one. */
  void deleteTemplate(String code);

  /**
   * Makes an asset, with its tags where it names a template.
   *
   * @throws io.kunan.kernel.InputException when it does not fit where it is to hang
   * @throws io.kunan.platform.web.Refusal 409 when a sibling has the code
   */
  Asset create(AssetDraft draft);

  /** Makes many at once; parents must exist. Templates make no tags here. In the order given. */
  List<Asset> createAll(List<AssetDraft> drafts);

  /** Changes an asset, or moves it by another parent; its template only serves when it is made. */
  Asset change(AssetId id, AssetDraft draft);

  /** Deletes an asset; 409 while others hang below it or it has tags. */
  void delete(AssetId id);

  /** Makes many tags at once, in the order given; thousands in a second. */
  List<Tag> createTags(List<TagDraft> drafts);

  /** Changes many tags at once. */
  void changeTags(List<Tag> tags);

  /** Deletes a tag; what was measured under its number stays in history. */
  void deleteTag(TagId id);
}
