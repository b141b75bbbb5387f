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
        var known = options
            .Labels.Values.SelectMany(words => words)
            .Concat(options.Columns.Keys)
            .Select(KeyOf)
            .ToHashSet();
        var found = new Dictionary<string, (FieldDefinition? Field, string Words)>(StringComparer.Ordinal);
        foreach (var (label, id) in forms.SelectMany(Questions))
        {
            var key = KeyOf(label);
            if (
                key.Length > 0
                && !known.Contains(key)
                && labels.TryFind(id, out var field)
                && !IssueFields.OfTracker.Contains(field)
                && !found.TryAdd(key, (field, Words(id)))
                && found[key].Field != field
            )
            {
                found[key] = default;
            }
        }

        return options with
        {
            Headings = found
                .Where(one => one.Value.Field is not null)
                .ToImmutableDictionary(one => one.Key, one => one.Value.Words),
        };
    }

    /// <summary>Returns the label to read instead of a heading, with its remark in brackets; the heading itself when no form has it.</summary>
    public static string LabelOf(string heading, ReadingOptions options) =>
        options.Headings.TryGetValue(KeyOf(heading), out var words)
            ? $"{words} {heading[Labels.RemarkIn(heading)..]}".TrimEnd()
            : heading;

    private static IEnumerable<(string Label, string Id)> Questions(string form) =>
        YamlTree
            .Read(form, out _)
            .OfType<DataMap>()
            .SelectMany(map => (map.Of("body") as DataList)?.Values ?? [])
            .OfType<DataMap>()
            .Select(question =>
                (Label: (question.Of("attributes") as DataMap)?.TextOf("label"), Id: question.TextOf("id"))
            )
            .Where(one => one is { Label: not null, Id: not null })
            .Select(one => (one.Label!, one.Id!));

    private static string KeyOf(string label) => TextNormalizer.Normalize(label.AsSpan(0, Labels.RemarkIn(label)));

    /// <summary>The words of an id: <c>current-state</c>.</summary>
    private static string Words(string id) => id.Replace('-', ' ').Replace('_', ' ');
}
