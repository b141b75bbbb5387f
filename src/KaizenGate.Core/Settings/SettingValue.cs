namespace KaizenGate.Core.Settings;

/// <summary>The direction in which a threshold makes its rule fire less often.</summary>
internal enum Laxer
{
    /// <summary>It depends on the backlog.</summary>
    Unclear,

    /// <summary>The rule fires less often above a larger value.</summary>
    Larger,

    /// <summary>The rule fires less often with a smaller value.</summary>
    Smaller,
}

/// <summary>One value of the settings in force.</summary>
/// <param name="Path">The keys from the root of the file, rules by id. A list contributes one path per element.</param>
/// <param name="Text">The value as displayed; empty for an element of a list.</param>
/// <param name="Strictness">
/// The larger, the more often the gate fails; a missing value counts as 0. Null when that cannot be decided, as for a formula.
/// </param>
internal sealed record SettingValue(ImmutableArray<string> Path, string Text, double? Strictness)
{
    /// <summary>The path as one text.</summary>
    public string Key => KeyOf(Path);

    /// <summary>The path of the value that contains it; null at the root.</summary>
    public string? ParentKey => Path.Length > 1 ? KeyOf(Path[..^1]) : null;

    // With the lengths, no two paths have the same text, whatever is in their keys.
    public static string KeyOf(IEnumerable<string> path) => string.Concat(path.Select(key => $"{key.Length}:{key}"));
}
