using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>Reads fields in the brackets of a title or after it: <c>impact 8, effort 3, 2h</c>, <c>Effort: S, Owner: Ana</c>, <c>P1</c>.</summary>
internal static class TitleFields
{
    private const int MostFields = 10;

    /// <summary>A duration of less is rather a value of what the title is about: "the session ends too early (5 min)".</summary>
    private const double LeastHours = 0.25;

    /// <summary>Adds the fields of a part of a title to it; false, without adding any, when the part is something else.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="part">The place of the part, without its brackets.</param>
    /// <param name="labels">The labels of fields.</param>
    /// <param name="isInBrackets">Whether the part is in brackets, so that a field needs no label.</param>
    /// <param name="title">Gets the fields.</param>
    public static bool Read(string text, Extent part, Labels labels, bool isInBrackets, TitleText title)
    {
        var fields = new List<FoundField>();
        TitleRemark? remark = null;
        var unknown = false;
        for (var position = part.Start; position < part.End; )
        {
            var length = LengthOfField(text.AsSpan(position, part.End - position));
            var extent = Extent.Trimmed(text, position, position + length);
            position += length + 1;
            if (extent.Length == 0)
            {
                continue;
            }

            if (fields.Count == MostFields)
            {
                return false;
            }

            if (Labelled(text, extent, labels) is { } labelled)
            {
                fields.Add(labelled);
            }
            else if (isInBrackets && Unlabelled(text, extent, labels) is { } bare)
            {
                fields.Add(bare);
            }
            else if (fields.Count > 0 && TitleRemark.Read(extent.In(text)) is { } status)
            {
                remark = status;
            }
            else if (IsUnknownLabel(extent.In(text)))
            {
                unknown = true;
            }
            else
            {
                return false;
            }
        }

        if (
            fields.Count == 0
            || (unknown && !fields.Exists(field => field.Label != field.Definition.Spelling || isInBrackets))
        )
        {
            return false;
        }

        foreach (var field in fields)
        {
            title.Add(field);
        }

        title.Remark ??= remark is { } known
            ? new TitleStatus(known.Status, PlainText.Of(part.In(text)), part, known.HasReason)
            : null;
        return true;
    }

    /// <summary>Reads a label with a colon, or a label directly before a rating, a level or a duration.</summary>
    private static FoundField? Labelled(string text, Extent extent, Labels labels)
    {
        var raw = extent.In(text);
        var colon = raw.IndexOfAny(':', '：', '=');
        if (colon > 0)
        {
            var label = raw[..colon].Trim(Marks);
            var value = Extent.Trimmed(text, extent.Start + colon + 1, extent.End);
            return
                value.Length > 0
                && labels.TryFind(label, out var field)
                && FieldHeuristics.IsValueInTitle(field, PlainText.Of(value.In(text)))
                ? Found(field, labels.Spelling(label), text, value)
                : null;
        }

        var space = raw.LastIndexOf(' ');
        for (var at = raw.IndexOf(' '); at > 0 && at <= space; at += Math.Max(1, raw[(at + 1)..].IndexOf(' ') + 1))
        {
            var value = Extent.Trimmed(text, extent.Start + at, extent.End);
            if (
                labels.TryFind(raw[..at], out var field)
                && field.Kind is FieldKind.Rating or FieldKind.Priority or FieldKind.Hours or FieldKind.Score
                && FieldHeuristics.IsValueInTitle(field, PlainText.Of(value.In(text)))
            )
            {
                return Found(field, labels.Spelling(raw[..at]), text, value);
            }

            if (raw[(at + 1)..].IndexOf(' ') < 0)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Reads a value that shows its field: a duration, points, a size, a priority, a person, a tag.</summary>
    private static FoundField? Unlabelled(string text, Extent extent, Labels labels)
    {
        var raw = extent.In(text);
        if (raw.Length > 30)
        {
            return null;
        }

        if (raw[0] is '@' or '#')
        {
            var isName = raw.Length > 1 && char.IsLetter(raw[1]) && !raw[1..].ContainsAnyExcept(NameCharacters);
            var kind = raw[0] == '@' ? FieldCatalog.Owner : (FieldDefinition)FieldCatalog.Category;
            return isName ? Found(kind, kind.Spelling, text, new Extent(extent.Start + 1, extent.Length - 1)) : null;
        }

        var plain = PlainText.Of(raw);
        var words = TextNormalizer.Words(plain);
        FieldDefinition? field =
            words.Count == 1 && LevelWords.OfTag(words[0]) is not null ? FieldCatalog.Priority
            : words.Count == 1 && (LevelWords.IsSize(plain) || words[0] is "m" or "l" or "tiny" or "huge")
                ? FieldCatalog.Effort
            : IsLevel(words, labels) ? FieldCatalog.Priority
            : IsDuration(plain) ? FieldCatalog.EstimatedHours
            : PointsText.Read(plain, "") is not null ? FieldCatalog.Effort
            : null;
        return field is null ? null : Found(field, field.Spelling, text, extent);
    }

    /// <summary>A level alone or with the word for a priority, "high priority".</summary>
    private static bool IsLevel(List<string> words, Labels labels) =>
        words.Count is 1 or 2
        && (words[0].Length > 1 || words[0][0] >= 0x2E80)
        && LevelWords.LeadingLevel(words) is not null
        && words[0] is not "normal" and not "major" and not "minor" and not "mid" and not "trivial"
        && (
            words.Count == 1
            || LevelWords.LeadingLevel([words[0]]) is null
            || (labels.TryFind(words[1], out var field) && field == FieldCatalog.Priority)
        );

    /// <summary>Whether a text is a duration and nothing else.</summary>
    private static bool IsDuration(string text) =>
        HoursText.Read(text) is >= LeastHours
        && TextNormalizer.Words(text).Count <= 5
        && text.AsSpan().TrimStart("~≈<>≤≥ ") is [var first, ..]
        && (char.IsAsciiDigit(first) || SpelledHours.Read(text) is not null)
        && HoursText.IsWhole(text);

    private static bool IsUnknownLabel(ReadOnlySpan<char> part) =>
        part.IndexOf(':') is > 0 and <= 20 and var colon
        && colon + 1 < part.Length
        && part[colon + 1] == ' '
        && part[..colon].Count(' ') <= 1
        && char.IsLetter(part[0]);

    private static FoundField Found(FieldDefinition field, string label, string text, Extent value) =>
        new(field, label, PlainText.Of(value.In(text)), value, Labels.ScaleOf(label));

    /// <summary>Returns the length up to the next separator outside brackets.</summary>
    private static int LengthOfField(ReadOnlySpan<char> rest)
    {
        var depth = 0;
        for (var index = 0; index < rest.Length; index++)
        {
            var isApart = index > 0 && index + 1 < rest.Length && rest[index - 1] == ' ' && rest[index + 1] == ' ';
            switch (rest[index])
            {
                case '(' or '[' or '（':
                    depth++;
                    break;
                case ')' or ']' or '）':
                    depth--;
                    break;
                case ',' when depth <= 0 && !(index + 1 < rest.Length && char.IsAsciiDigit(rest[index + 1])):
                case ';' or '|' or '·' or '，' or '；' or '、' when depth <= 0:
                case '/' or '+' or '-' or '–' or '—' when depth <= 0 && isApart:
                    return index;
            }
        }

        return rest.Length;
    }

    private static readonly char[] Marks = [' ', '*', '_', '`'];

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );
}
