using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>Finds the fields in the body of an issue: sections of an issue form, labels in bold, lists, and the tasks in it.</summary>
/// <param name="Fields">The fields, each with its label and text as written.</param>
/// <param name="Tasks">The number of check boxes.</param>
/// <param name="TasksDone">The number of checked ones.</param>
internal sealed record IssueFields(ImmutableArray<(string Label, string Text)> Fields, int Tasks, int TasksDone)
{
    /// <summary>Longer texts are cut: rules need to know that there is one, and reports show less.</summary>
    private const int LongestText = 1_000;

    /// <summary>Longer bodies are cut; GitHub's limit is 65,536 characters.</summary>
    private const int LongestBody = 100_000;

    private static readonly SourceFile Body = SourceFile.Named("issue.md");

    /// <summary>What the tracker itself knows better than the body, which therefore neither states nor changes it.</summary>
    internal static ImmutableArray<FieldDefinition> OfTracker { get; } =
    [
        FieldCatalog.Id,
        FieldCatalog.Title,
        FieldCatalog.Status,
        FieldCatalog.Labels,
        FieldCatalog.Captured,
        FieldCatalog.Started,
        FieldCatalog.Completed,
    ];

    public static IssueFields None { get; } = new([], 0, 0);

    /// <summary>Reads a body; a text that nests too deeply has no fields.</summary>
    /// <param name="text">The body; null for none.</param>
    /// <param name="options">How to read it: the labels in the settings.</param>
    public static IssueFields Of(string? text, ReadingOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        var body = text.Length > LongestBody ? text[..LongestBody] : text;
        try
        {
            var read = BacklogReader.Read(
                Body,
                Transcriber.OfBody(body.Replace('\0', '\uFFFD'), heading => IssueForm.LabelOf(heading, options)),
                options
            );
            return read.Improvements is [var item, ..]
                ? new(
                    [
                        .. item
                            .Fields.Where(field => !OfTracker.Contains(field.Definition) && field.Text.Length > 0)
                            .Select(field => (field.Label, Cut(field.Text))),
                    ],
                    item.SubTasks,
                    item.SubTasksDone
                )
                : None;
        }
        catch (InputException)
        {
            return None;
        }
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : $"{text[..LongestText].TrimEnd()}…";
}
