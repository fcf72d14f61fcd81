package io.kunan.plant.potline.internal.opcua;

import io.kunan.plant.potline.PotlineTags;
import io.kunan.plant.potline.TagDescription;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/**
 * Builds the address space: Objects → line → pot → variable, each quantity an AnalogItemType with
 * EURange and EngineeringUnits, each digital tag a MultiStateDiscreteType with EnumStrings. Display
 * names are English, descriptions Chinese. Everything is read-only.
 */
final class TagNodes {
  private static final String UNECE = "http://www.opcfoundation.org/UA/units/un/cefact";

  private final UaNodeContext context;
  private final UShort namespace;
  private final Consumer<UaNode> register;

  TagNodes(UaNodeContext context, UShort namespace, Consumer<UaNode> register) {
    this.context = context;
    this.namespace = namespace;
    this.register = register;
  }

  NodeId id(String name) {
    return new NodeId(namespace, name);
  }

  private QualifiedName name(String name) {
    return new QualifiedName(namespace, name);
  }

  /** Builds all nodes; the variables in the order of the tags. */
  UaVariableNode[] build(List<TagDescription> tags, UaFolderNode line) {
    var variables = new UaVariableNode[tags.size()];
    UaFolderNode pot = line;
    for (int i = 0; i < variables.length; i++) {
      TagDescription tag = tags.get(i);
      String owner = String.valueOf(pot.getNodeId().getIdentifier());
      if (!tag.asset().equals(owner)) {
        pot = tag.asset().equals(PotlineTags.LINE) ? line : folder(tag.asset(), line);
      }
      variables[i] = variable(tag);
      pot.addComponent(variables[i]);
    }
    return variables;
  }

  /** The folder of the line below Objects. */
  UaFolderNode lineFolder() {
    var folder =
        new UaFolderNode(
            context,
            id(PotlineTags.LINE),
            name(PotlineTags.LINE),
            LocalizedText.english("potline " + PotlineTags.LINE));
    register.accept(folder);
    folder.addReference(
        new Reference(
            folder.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
    return folder;
  }

  private UaFolderNode folder(String asset, UaFolderNode line) {
    String number = asset.substring(asset.lastIndexOf('.') + 1);
    var folder =
        new UaFolderNode(context, id(asset), name(number), LocalizedText.english("pot " + number));
    register.accept(folder);
    line.addOrganizes(folder);
    return folder;
  }

  private UaVariableNode variable(TagDescription tag) {
    boolean digital = !tag.states().isEmpty();
    UaVariableNode node =
        UaVariableNode.build(
            context,
            b ->
                b.setNodeId(id(tag.name()))
                    .setBrowseName(name(tag.key()))
                    .setDisplayName(LocalizedText.english(tag.label().en()))
                    .setDescription(new LocalizedText("zh", tag.label().zh()))
                    .setDataType(digital ? NodeIds.Int32 : NodeIds.Double)
                    .setTypeDefinition(
                        digital ? NodeIds.MultiStateDiscreteType : NodeIds.AnalogItemType)
                    .setAccessLevel(AccessLevel.READ_ONLY)
                    .setUserAccessLevel(AccessLevel.READ_ONLY)
                    .setMinimumSamplingInterval(1000.0)
                    .setValue(new DataValue(Variant.NULL_VALUE, StatusCode.UNCERTAIN))
                    .build());
    register.accept(node);
    if (digital) {
      property(node, "EnumStrings", NodeIds.LocalizedText, 1, enumStrings(tag));
    } else {
      property(node, "EURange", NodeIds.Range, -1, range(tag));
      property(node, "EngineeringUnits", NodeIds.EUInformation, -1, unit(tag));
    }
    return node;
  }

  private Variant enumStrings(TagDescription tag) {
    return new Variant(
        tag.states().stream()
            .map(state -> LocalizedText.english(state.label().en()))
            .toArray(LocalizedText[]::new));
  }

  private Variant range(TagDescription tag) {
    var range = new Range(tag.range().low(), tag.range().high());
    return new Variant(
        ExtensionObject.encode(context.getServer().getStaticEncodingContext(), range));
  }

  private Variant unit(TagDescription tag) {
    LocalizedText symbol = LocalizedText.english(tag.unit());
    var unit = new EUInformation(UNECE, -1, symbol, symbol);
    return new Variant(
        ExtensionObject.encode(context.getServer().getStaticEncodingContext(), unit));
  }

  private void property(UaVariableNode of, String key, NodeId type, int rank, Variant value) {
    UaVariableNode node =
        UaVariableNode.build(
            context,
            b ->
                b.setNodeId(id(of.getNodeId().getIdentifier() + "." + key))
                    .setBrowseName(new QualifiedName(0, key))
                    .setDisplayName(LocalizedText.english(key))
                    .setDataType(type)
                    .setValueRank(rank)
                    .setTypeDefinition(NodeIds.PropertyType)
                    .setAccessLevel(AccessLevel.READ_ONLY)
                    .setUserAccessLevel(AccessLevel.READ_ONLY)
                    .setValue(new DataValue(value))
                    .build());
    register.accept(node);
    of.addReference(
        new Reference(of.getNodeId(), NodeIds.HasProperty, node.getNodeId().expanded(), true));
  }
}
