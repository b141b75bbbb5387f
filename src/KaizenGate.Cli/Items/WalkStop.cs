using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Cli.Items;

/// <summary>An improvement without impact or effort, with what a person needs to know to score it.</summary>
/// <param name="File">Its backlog.</param>
/// <param name="Reference">Its id or short reference.</param>
/// <param name="Name">Its id and title.</param>
/// <param name="Place">Where it is, the address or the file, line and section, and how often it was seen again.</param>
/// <param name="Category">Its category; null for none.</param>
/// <param name="Missing">Impact, effort or both.</param>
/// <param name="Lines">The first lines below its title; of an issue, the first fields.</param>
internal sealed record WalkStop(
    SourceFile File,
    string Reference,
    string Name,
    string Place,
    Category? Category,
    ImmutableArray<FieldDefinition> Missing,
    ImmutableArray<string> Lines
)
{
    private const int MaxLines = 5;
    private const int MaxCharacters = 200;

    /// <summary>The improvements of a backlog that can be scored with impact and effort, in the order of the file.</summary>
    /// <exception cref="InputException">The file cannot be read, or its improvements cannot be changed.</exception>
    public static ImmutableArray<WalkStop> In(SourceFile file, ItemRun run)
    {
        if (SnapshotFile.Is(file))
        {
            var tracker = run.TrackerOf(file);
            ImmutableArray<Improvement> items = [.. Unscored(tracker.Backlog)];
            if (!items.IsEmpty)
            {
                tracker.ThrowUnlessAllowed(items[0].Address);
            }

            return [.. items.Select(item => Of(file, item.Id!, item, LinesOf(item)))];
        }

        var document = BacklogEdit.Of(file, run.Reading, unchanged => unchanged, isDryRun: true).Before;
        return
        [
            .. Unscored(document.Backlog)
                .Select(item => Of(file, ItemReference.Of(item), item, LinesOf(document, item))),
        ];
    }

    /// <summary>Prints it.</summary>
    /// <param name="host">The environment.</param>
    /// <param name="progress">Its number and the number of all.</param>
    public void Show(Host host, string progress)
    {
        host.ErrorText.WriteLine();
        host.ErrorText.WriteLine($"{progress}  {LogText.Of(Cut(Name))}");
        host.ErrorText.WriteLine($"  {Place}");
        foreach (var line in Lines)
        {
            host.ErrorText.WriteLine($"  | {LogText.Of(line)}");
        }
    }

    private static IEnumerable<Improvement> Unscored(Backlog backlog) =>
        backlog.Improvements.Where(item => item.IsActive && !MissingOf(item).IsEmpty);

    private static WalkStop Of(SourceFile file, string reference, Improvement item, ImmutableArray<string> lines) =>
        new(
            file,
            reference,
            item.Name,
            (item.Address ?? $"{LogText.Path(file.Path)}:{item.Span.Line}")
                + (item.Section is { Title: var section } ? $", {LogText.Of(section)}" : "")
                + (SightingText.Of(item) is { } sightings ? $"; {sightings}" : ""),
            item.Category?.Value,
            MissingOf(item),
            lines
        );

    private static ImmutableArray<FieldDefinition> MissingOf(Improvement item) =>
        [
            .. new FieldDefinition[] { FieldCatalog.Impact, FieldCatalog.Effort }.Where(field =>
                item.MissingForScore.Contains(field.Name)
            ),
        ];

    /// <summary>What an issue states apart from what the tracker itself knows. A snapshot has no prose.</summary>
    private static ImmutableArray<string> LinesOf(Improvement item) =>
        [
            .. item
                .Fields.Where(field => field.Text.Length > 0 && !IssueFields.OfTracker.Contains(field.Definition))
                .Take(MaxLines)
                .Select(field => Cut($"{field.Definition.Spelling}: {field.Text}")),
        ];

    private static ImmutableArray<string> LinesOf(EditableBacklog document, Improvement item)
    {
        var (offset, length) = ItemBlock.Of(document, item);
        var lines = new List<string>();
        var text = document.Text.AsSpan(offset, length);
        var title = item.Span.Offset + item.Span.Length - offset;
        foreach (var line in text[Math.Clamp(title, 0, length)..].EnumerateLines())
        {
            // The first is the rest of the title's line.
            lines.Add(Cut(line.Trim().ToString()));
            if (lines.Count > 4 * MaxLines)
            {
                break;
            }
        }

        return [.. lines.Skip(1).Where(line => line.Length > 0).Take(MaxLines)];
    }

    private static string Cut(string text) =>
        text.Length <= MaxCharacters ? text
        : char.IsHighSurrogate(text[MaxCharacters - 1]) ? $"{text[..(MaxCharacters - 1)]}…"
        : $"{text[..MaxCharacters]}…";
}
