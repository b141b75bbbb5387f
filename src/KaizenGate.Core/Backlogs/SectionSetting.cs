namespace KaizenGate.Core.Backlogs;

/// <summary>What a heading means by the settings.</summary>
/// <param name="Heading">The text of the heading; case, accents, emoji and punctuation do not matter.</param>
/// <param name="IsIgnored">Whether the content is not read; then it has neither status nor priority.</param>
/// <param name="Status">The status of the improvements below; null for none.</param>
/// <param name="Priority">The priority of the improvements below; null for none.</param>
internal sealed record SectionSetting(string Heading, bool IsIgnored, Status? Status, Priority? Priority);
