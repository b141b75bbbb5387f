namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Writes the improvements of YAML documents: a map with a title each, or lists of such maps.</summary>
/// <param name="to">Receives them.</param>
/// <param name="yaml">The text of the documents.</param>
/// <param name="firstLine">The line of the original, from 0, where it begins.</param>
internal sealed class YamlItems(ItemWriter to, string yaml, int firstLine)
{
    private static readonly string[] TitleKeys = ["title", "name", "summary"];
    private static readonly string[] IdKeys = ["id", "key", "number"];
    private static readonly string[] StatusKeys = ["status", "state"];
    private static readonly string[] BodyKeys = ["body", "description"];

    private readonly OriginalLines lines = new(yaml);

    /// <summary>Whether a value is an issue: a map with a title, and with labels or a body.</summary>
    public static bool IsIssue(DataValue value) =>
        value is DataMap map && map.TextOf("title") is not null && map.Of("labels", "body") is not null;

    /// <summary>Writes all improvements in a document. Entries of a list without a title are named, and a document with neither.</summary>
    public void Write(DataValue document)
    {
        if (!Wrote(document) && document is not DataText { Text.Length: 0 })
        {
            NoTitle(document);
        }
    }

    /// <summary>Returns whether a value holds improvements, or entries that are named because they have no title.</summary>
    private bool Wrote(DataValue value)
    {
        switch (value)
        {
            case DataMap map when map.Of(TitleKeys) is DataText { Text.Length: > 0 } title:
                Item(map, title);
                return true;
            case DataMap map:
                var wrote = false;
                foreach (var (_, inside) in map.Entries)
                {
                    wrote |= inside is not DataText && Wrote(inside);
                }

                return wrote;
            case DataList list:
                foreach (var one in list.Values.Where(one => one is DataMap && !Wrote(one)))
                {
                    NoTitle(one);
                }

                return list.Values.Any(one => one is DataMap);
            default:
                return false;
        }
    }

    private void NoTitle(DataValue value) => to.Problem(PlaceOf(value), "this has no title and is not read");

    private void Item(DataMap map, DataText title)
    {
        // Without a status, a box shows that it is open.
        to.Begin(title.Text, PlaceOf(title), map.TextOf(IdKeys), map.TextOf(StatusKeys) is null ? " " : null);
        foreach (var (key, value) in map.Entries)
        {
            if (value == title || Is(key, IdKeys))
            {
                continue;
            }

            if (value is DataText body && Is(key, BodyKeys))
            {
                to.Body(LinesOf(body), PlaceOf(body));
            }
            else
            {
                to.Field(key.Replace('_', ' ').Replace('-', ' '), TextOf(value), PlaceOf(value));
            }
        }

        to.End(PlaceOf(title));
    }

    /// <summary>Returns a text, or the texts of a list; null for other values.</summary>
    public static string? TextOf(DataValue value) =>
        value switch
        {
            DataText text => text.Text,
            DataList list when list.Values.All(one => one is DataText) => string.Join(
                ", ",
                list.Values.OfType<DataText>().Select(one => one.Text)
            ),
            _ => null,
        };

    private static bool Is(string key, string[] keys) =>
        Array.Exists(keys, one => one.Equals(key, StringComparison.OrdinalIgnoreCase));

    private List<(string, LinePlace)> LinesOf(DataText body)
    {
        var first = firstLine + lines.LineOf(body.At) + 1;
        return
        [
            .. body
                .Text.TrimEnd('\n')
                .Split('\n')
                .Select(
                    (line, index) =>
                        body.IsBlock && first + index < to.Original.Count
                            ? (line, to.Original.Place(first + index, to.Original[first + index].LastIndexOf(line)))
                            : (line, PlaceOf(body))
                ),
        ];
    }

    private LinePlace PlaceOf(DataValue value)
    {
        var line = lines.LineOf(value.At);
        return to.Original.Place(firstLine + line, value.At - lines.StartOf(line));
    }
}
