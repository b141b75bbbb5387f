using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Items;

/// <summary>An improvement without impact or effort, with what a person needs to know to score it.</summary>
/// <param name="File">Its backlog.</param>
/// <param name="Reference">Its id or short reference.</param>
/// <param name="Name">Its id and title.</param>
/// <param name="Place">Where it is, the file, the line and the section, and how often it was seen again.</param>
/// <param name="Category">Its category; null for none.</param>
/// <param name="Missing">Impact, effort or both.</param>
/// <param name="Lines">The first lines below its title.</param>
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
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static ImmutableArray<WalkStop> In(SourceFile file, ReadingOptions reading)
    {
        var document = BacklogEdit.Of(file, reading, unchanged => unchanged, isDryRun: true).Before;
        return
        [
            .. document
                .Backlog.Improvements.Where(item => item.IsActive)
                .Select(item => (Item: item, Missing: MissingOf(item)))
                .Where(one => !one.Missing.IsEmpty)
                .Select(one => new WalkStop(
                    file,
                    ItemReference.Of(one.Item),
                    one.Item.Name,
                    $"{LogText.Path(file.Path)}:{one.Item.Span.Line}"
                        + (one.Item.Section is { Title: var section } ? $", {LogText.Of(section)}" : "")
                        + (SightingText.Of(one.Item) is { } sightings ? $"; {sightings}" : ""),
                    one.Item.Category?.Value,
                    one.Missing,
                    LinesOf(document, one.Item)
                )),
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

    private static ImmutableArray<FieldDefinition> MissingOf(Improvement item) =>
        [
            .. new FieldDefinition[] { FieldCatalog.Impact, FieldCatalog.Effort }.Where(field =>
                item.MissingForScore.Contains(field.Name)
            ),
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
