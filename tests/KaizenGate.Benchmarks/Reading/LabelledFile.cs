using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>A file whose improvements a person has listed before any program read it.</summary>
/// <param name="File">Its name in the folder <c>files</c>.</param>
/// <param name="Alternatives">Other lists of items that are equally right.</param>
/// <param name="NotItems">Lines that look like improvements and are not.</param>
internal sealed record LabelledFile(
    string File,
    string Kind,
    ImmutableArray<LabelledItem> Items,
    ImmutableArray<ImmutableArray<LabelledItem>>? Alternatives,
    ImmutableArray<NonItems>? NotItems
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads all labels of a folder, by their number.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder with labels.</exception>
    /// <exception cref="JsonException">A file does not contain labels.</exception>
    public static IEnumerable<(string Number, LabelledFile File)> ReadAll(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(folder, "labels"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path =>
                (
                    Path.GetFileNameWithoutExtension(path),
                    JsonSerializer.Deserialize<LabelledFile>(System.IO.File.ReadAllText(path), Json)
                        ?? throw new JsonException($"{path} is empty")
                )
            );
}

/// <summary>An improvement as a person reads it. Null is a field that the file does not state.</summary>
/// <param name="Status">A <see cref="Core.Backlogs.Status"/> in camel case.</param>
/// <param name="Optional">Whether it is neither right nor wrong to read it.</param>
/// <param name="EstimatedHours">A number, or an array of the lowest and the highest.</param>
/// <param name="IdSoft">Whether the id may also be read as a part of the title.</param>
/// <param name="AltLines">Other lines that it may be read from.</param>
internal sealed record LabelledItem(
    int Line,
    string Status,
    string Title,
    string? Id = null,
    JsonElement? Impact = null,
    JsonElement? Effort = null,
    JsonElement? EstimatedHours = null,
    string? Owner = null,
    string? Completed = null,
    string? Priority = null,
    bool Optional = false,
    bool IdSoft = false,
    ImmutableArray<string>? StatusAlt = null,
    ImmutableArray<int>? AltLines = null,
    ImmutableArray<string>? AltTitles = null
)
{
    public IEnumerable<int> Lines => [Line, .. AltLines ?? []];

    public IEnumerable<string> Titles => [Title, .. AltTitles ?? []];

    public bool Accepts(Status status) =>
        new[] { Status }.Concat(StatusAlt ?? []).Contains($"{status}", StringComparer.OrdinalIgnoreCase);
}

/// <summary>Lines that are not improvements.</summary>
/// <param name="Line">Lines and ranges: "5-22,31".</param>
internal sealed record NonItems(string Line, string What)
{
    public IEnumerable<int> Lines =>
        Line.Split(',')
            .Select(range => range.Split('-'))
            .Select(ends => (First: Number(ends[0]), Last: Number(ends[^1])))
            .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
