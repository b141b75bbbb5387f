using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Fuzz.Targets;

/// <summary>What several targets use.</summary>
internal static class Sample
{
    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static SourceFile File { get; } = SourceFile.Named("IMPROVEMENTS.md");

    public static ReadingOptions Options { get; } = new();

    public static Backlog Read(ReadOnlySpan<byte> input) => BacklogReader.ReadBytes(File, input, Options);

    public static EditableBacklog Editable(byte[] input) =>
        EditableBacklog.Read(File, EncodedText.Of(File, input).Text, Options);

    /// <summary>A small number for the kind of a backlog: which forms, fields, statuses and sections it has.</summary>
    public static int KindOf(Backlog backlog)
    {
        var hash = default(HashCode);
        foreach (var item in backlog.Improvements.Take(4))
        {
            hash.Add((int)item.Form);
            hash.Add((int)item.Status);
            hash.Add(item.Fields.Length);
            hash.Add(item.Id is null);
            hash.Add(item.Contradictions.Length);
        }

        hash.Add(backlog.Sections.Length);
        hash.Add(backlog.Problems.Length);
        hash.Add(backlog.Suppressions.Length);
        hash.Add(backlog.Account.UnreadCount);
        return hash.ToHashCode();
    }

    /// <summary>The content of the other improvements: everything that reports show, without places.</summary>
    public static ImmutableArray<string> Others(Backlog backlog, params string[] keys) =>
        [
            .. backlog
                .Improvements.Where(item => !keys.Contains(item.Key))
                .Select(item =>
                    $"{item.Key}|{item.Title}|{item.Status}|{string.Join('|', item.Fields.Select(field => $"{field.Definition.Name}={field.Text}"))}"
                ),
        ];
}
