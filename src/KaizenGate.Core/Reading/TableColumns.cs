using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>A column of a table, by its header.</summary>
/// <param name="Name">What it holds; <see cref="FieldName.Other"/> for anything unknown.</param>
/// <param name="Label">The header; empty for an unknown one.</param>
/// <param name="Scale">The top of the scale that the header carries, "Impact (1-5)"; 0 for none.</param>
internal readonly record struct TableColumn(FieldName Name, string Label, int Scale);

/// <summary>What the columns of a table hold.</summary>
internal static class TableColumns
{
    /// <summary>The columns in order.</summary>
    public static List<TableColumn> Of(TableNode table, PlacedSection section, Labels labels)
    {
        var headers = table.Header.Select(cell => PlainText.Of(section.Slice(cell))).ToList();
        var folded = headers.ConvertAll(header => Folding.Fold(header));
        var hasLetters = folded.Contains("i") && folded.Contains("e");
        var columns = new List<TableColumn>(headers.Count);
        for (var index = 0; index < headers.Count; index++)
        {
            var name =
                hasLetters && folded[index] == "i" ? FieldName.Impact
                : hasLetters && folded[index] == "e" ? FieldName.Effort
                : labels.TryFind(headers[index], out var known) ? known
                : IsTitle(folded[index]) ? FieldName.Title
                : (FieldName?)null;
            columns.Add(
                new TableColumn(
                    name ?? FieldName.Other,
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
            var rank = columns[index].Name == FieldName.Title ? Rank(columns[index].Label) : -1;
            if (rank >= 0 && rank < bestRank)
            {
                (best, bestRank) = (index, rank);
            }
        }

        return best;
    }

    private static bool IsTitle(string folded) => LabelWords.TitleRanks.ContainsKey(folded);

    private static int Rank(string header) => LabelWords.TitleRanks.GetValueOrDefault(Folding.Fold(header), -1);
}
