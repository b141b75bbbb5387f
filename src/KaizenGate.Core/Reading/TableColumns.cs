using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>A column of a table, by its header.</summary>
/// <param name="Definition">What it holds; <see cref="FieldCatalog.Other"/> for anything unknown.</param>
/// <param name="Label">The header; empty for an unknown one.</param>
/// <param name="Scale">The top of the scale that the header carries, "Impact (1-5)"; 0 for none.</param>
internal readonly record struct TableColumn(FieldDefinition Definition, string Label, int Scale);

/// <summary>What the columns of a table hold.</summary>
internal static class TableColumns
{
    /// <summary>The columns in order.</summary>
    public static List<TableColumn> Of(TableNode table, PlacedSection section, Labels labels)
    {
        var headers = table.Header.Select(cell => PlainText.Of(section.Slice(cell))).ToList();
        var folded = headers.ConvertAll(header => TextNormalizer.Normalize(header));
        var hasLetters = folded.Contains("i") && folded.Contains("e");
        var columns = new List<TableColumn>(headers.Count);
        for (var index = 0; index < headers.Count; index++)
        {
            var name =
                hasLetters && folded[index] == "i" ? FieldCatalog.Impact
                : hasLetters && folded[index] == "e" ? FieldCatalog.Effort
                : labels.TryFind(headers[index], out var known) ? known
                : IsTitle(folded[index]) ? FieldCatalog.Title
                : (FieldDefinition?)null;
            columns.Add(
                new TableColumn(
                    name ?? FieldCatalog.Other,
                    name is null ? "" : headers[index],
                    Labels.ScaleOf(headers[index])
                )
            );
        }

        return columns;
    }

    /// <summary>The best of the columns that can hold a title; -1 when none can.</summary>
    public static int Title(List<TableColumn> columns)
    {
        var best = -1;
        var bestRank = int.MaxValue;
        for (var index = 0; index < columns.Count; index++)
        {
            var rank = columns[index].Definition == FieldCatalog.Title ? Rank(columns[index].Label) : int.MaxValue;
            if (rank < bestRank)
            {
                (best, bestRank) = (index, rank);
            }
        }

        return best;
    }

    private static bool IsTitle(string folded) => TitleRanks.ContainsKey(folded);

    private static int Rank(string header) => TitleRanks.GetValueOrDefault(TextNormalizer.Normalize(header), LastRank);

    /// <summary>The rank of a header that the settings add.</summary>
    private const int LastRank = int.MaxValue - 1;

    /// <summary>The folded headers of a title column, with their rank: the lowest in a table wins.</summary>
    private static readonly Dictionary<string, int> TitleRanks = FieldCatalog
        .Title.Labels.Split(',')
        .Select((word, rank) => (Folded: TextNormalizer.Normalize(word), rank))
        .DistinctBy(pair => pair.Folded)
        .ToDictionary(pair => pair.Folded, pair => pair.rank);
}
