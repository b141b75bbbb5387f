using System.Globalization;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Formats an improvement without its places, so that equal ones have the same text wherever they are.</summary>
internal static class RevisionText
{
    public static string[] Of(IEnumerable<Improvement> items) => [.. items.Select(Of)];

    /// <summary>Returns what <see cref="BacklogReader"/> finds in a text; null when it throws.</summary>
    public static string[]? ReadAlone(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Of(BacklogReader.ReadBytes(SourceFile.Named("x.md"), bytes, ReadingOptions.Default).Improvements);
        }
        catch (InputException)
        {
            return null;
        }
    }

    public static void AssertSameObjects(IReadOnlyList<Improvement> expected, IReadOnlyList<Improvement> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var index = 0; index < expected.Count; index++)
        {
            Assert.Same(expected[index], actual[index]);
        }
    }

    private static string Of(Improvement item)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{item.Form} [{item.Id}] \"{item.Title}\" {item.Key} {item.Status}");
        text.Append(CultureInfo.InvariantCulture, $" {Of(item.Impact)} × {Of(item.Effort)} = {item.Score}");
        text.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", item.MissingForScore)})");
        text.Append(CultureInfo.InvariantCulture, $" written {Of(item.WrittenScore)} {Of(item.WrittenPriority)}");
        text.Append(CultureInfo.InvariantCulture, $" {Of(item.Category)} {Of(item.Owner)}");
        text.Append(CultureInfo.InvariantCulture, $" {Of(item.Captured)} {Of(item.Started)} {Of(item.TargetDate)}");
        text.Append(CultureInfo.InvariantCulture, $" {Of(item.Completed)} {Of(item.ReviewDate)}");
        text.Append(
            CultureInfo.InvariantCulture,
            $" {Of(item.Values.Of(FieldCatalog.CurrentState))} {Of(item.Values.Of(FieldCatalog.ProposedSolution))}"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $" {Of(item.ExpectedOutcome)} {Of(item.Values.Of(FieldCatalog.SuccessCriteria))}"
        );
        text.Append(CultureInfo.InvariantCulture, $" {Of(item.Reason)} {Of(item.EstimatedHours)} {Of(item.TimeSpent)}");
        text.Append(CultureInfo.InvariantCulture, $" {Of(item.HoursSaved)} {Of(item.Roi)}");
        text.Append(
            CultureInfo.InvariantCulture,
            $" \"{item.MeasuredImpact?.Text}\" {item.SubTasksDone}/{item.SubTasks}"
        );
        text.Append(CultureInfo.InvariantCulture, $" {item.OtherPlaces.Length} places");
        if (item.Section is { } section)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" in {section.Level} \"{section.Title}\" {section.Priority} {section.Status}"
            );
        }

        text.AppendJoin("", item.StatusSigns.Select(sign => $" {sign.Source} {sign.Status} \"{sign.Text}\""));
        text.AppendJoin("", item.Fields.Select(field => $" {field.Definition} \"{field.Label}\": \"{field.Text}\""));
        text.AppendJoin("", item.Contradictions.Select(one => $" {one.Field} \"{one.Text}\" / \"{one.OtherText}\""));
        return text.ToString();
    }

    private static string Of<T>(Written<T>? value) =>
        value is null
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"{value.Value} ({value.Origin} \"{value.Text}\")");
}
