using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>The same small backlog is read alike in each language of the vocabulary.</summary>
public sealed class LanguageDocumentTests
{
    private static readonly string[] Signs = ["🟥", "🟧", "🟩", "🟦", "⬛"];

    private static readonly string[] HeadingKeys =
    [
        "section.work",
        "section.horizon",
        "matter.criteria",
        "matter.legend",
    ];

    public static TheoryData<string> Languages => [.. Lexicon.Languages];

    [Fact]
    public void Each_language_has_a_document() =>
        Assert.Equal(
            Lexicon.Languages.Order(StringComparer.Ordinal),
            LanguageDocument.All.Select(document => document.Language).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_fields_are_read(string language)
    {
        var item = Md.One($"### [A-1] a\n\n{Document(language).Fields}\n");

        Assert.Equal(
            (Status.InProgress, Priority.High, 6.0, 2.0, (Category?)Category.TechnicalDebt, "Ada"),
            (
                item.Status,
                item.WrittenPriority!.Value,
                item.Impact!.Value,
                item.Effort!.Value,
                item.Category!.Value,
                item.Owner!.Value
            )
        );
        Assert.Equal(
            (new DateOnly(2026, 1, 2), new DateOnly(2026, 3, 4), 3.0, "Slow", "A cache", "Fast"),
            (
                item.Captured!.Value,
                item.TargetDate!.Value,
                item.EstimatedHours!.Value,
                item.Values.Of(FieldCatalog.CurrentState)!.Value,
                item.Values.Of(FieldCatalog.ProposedSolution)!.Value,
                item.Values.Of(FieldCatalog.SuccessCriteria)!.Value
            )
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_legend_defines_signs(string language)
    {
        var line = Document(language).Legend;
        var legend = Legend.Read([line])!;

        Assert.True(Legend.IsLegend(line));
        Assert.Equal(
            [Status.ToDo, Status.InProgress, Status.Done, Status.Deferred, Status.Rejected],
            Signs.Select(sign => legend.StatusOf(sign)!.Value)
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_headings_are_known(string language)
    {
        var headings = Document(language).Headings;

        Assert.All(
            HeadingKeys.Zip(headings),
            pair => Assert.True(Lexicon.Set(pair.First).Contains(TextNormalizer.Normalize(pair.Second)), pair.Second)
        );
        Assert.Equal(
            (Status.Deferred, Priority.High),
            (HeadingWords.Read(headings[4]).Status, HeadingWords.Read(headings[5]).Priority)
        );
    }

    private static LanguageDocument Document(string language) =>
        Assert.Single(LanguageDocument.All, document => document.Language == language);
}
