using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Finds out which fields the questions of an issue form are. GitHub writes the label of each above its answer, but not its id, which may
/// name the field: <c>id: impact</c> with the label "How much does it help?".
/// </summary>
internal static class IssueForm
{
    /// <summary>Returns how to read issues that were filed with forms.</summary>
    /// <param name="forms">The texts of the forms. What is not a form is ignored, as is a label that stands for two fields.</param>
    /// <param name="options">How to read issues without forms. Labels in the settings count before those of forms.</param>
    public static ReadingOptions With(IEnumerable<string> forms, ReadingOptions options)
    {
        var labels = new Labels(options);
        var settings = options
            .Labels.Values.SelectMany(words => words)
            .Concat(options.Columns.Keys)
            .Select(KeyOf)
            .ToHashSet();
        var found = ImmutableDictionary.CreateBuilder<string, string>();
        var fields = new Dictionary<string, FieldDefinition?>(StringComparer.Ordinal);
        foreach (var question in forms.SelectMany(Questions))
        {
            var key = KeyOf((question.Of("attributes") as DataMap)?.TextOf("label") ?? "");
            var id = question.TextOf("id") ?? "";
            if (key.Length == 0 || settings.Contains(key) || FieldOf(id, labels) is not { } field)
            {
                continue;
            }

            if (fields.TryAdd(key, field))
            {
                found[key] = id.Replace('-', ' ').Replace('_', ' ');
            }
            else if (fields[key] != field)
            {
                fields[key] = null;
                found.Remove(key);
            }
        }

        return options with
        {
            Headings = found.ToImmutable(),
        };
    }

    /// <summary>Returns the label to read instead of a heading, with its remark in brackets; the heading itself when no form has it.</summary>
    public static string LabelOf(string heading, ReadingOptions options) =>
        options.Headings.TryGetValue(KeyOf(heading), out var words)
            ? $"{words} {heading[Labels.RemarkIn(heading)..]}".TrimEnd()
            : heading;

    private static FieldDefinition? FieldOf(string id, Labels labels) =>
        labels.TryFind(id, out var field) && !IssueFields.OfTracker.Contains(field) ? field : null;

    private static IEnumerable<DataMap> Questions(string form) =>
        YamlTree
            .Read(form, out _)
            .OfType<DataMap>()
            .SelectMany(map => (map.Of("body") as DataList)?.Values ?? [])
            .OfType<DataMap>();

    private static string KeyOf(string label) => TextNormalizer.Normalize(label.AsSpan(0, Labels.RemarkIn(label)));
}
