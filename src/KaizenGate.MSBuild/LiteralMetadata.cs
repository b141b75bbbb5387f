using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>Metadata whose value is text that may look like something that MSBuild would expand.</summary>
internal static class LiteralMetadata
{
    public static void SetLiteral(this TaskItem item, string name, string value) =>
        ((ITaskItem2)item).SetMetadataValueLiteral(name, value);
}
