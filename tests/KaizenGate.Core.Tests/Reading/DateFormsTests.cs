using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Dates in all usual forms, and the columns they are in.</summary>
public class DateFormsTests
{
    private static Written<DateOnly>? Due(string value) => Md.One($"### [A-1] a\n\n- **Due:** {value}\n").TargetDate;

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026/03/01")]
    [InlineData("2026/3/1")]
    [InlineData("2026.03.01")]
    [InlineData("01.03.2026")]
    [InlineData("1.3.2026")]
    [InlineData("March 1, 2026")]
    [InlineData("Mar 1st, 2026")]
    [InlineData("1 March 2026")]
    [InlineData("1st of March 2026")]
    [InlineData("1. März 2026")]
    [InlineData("1er mars 2026")]
    [InlineData("1 de marzo de 2026")]
    [InlineData("1 marzo 2026")]
    [InlineData("1 марта 2026")]
    [InlineData("1. maaliskuuta 2026")]
    [InlineData("2026年3月1日")]
    [InlineData("2026년 3월 1일")]
    [InlineData("01-Mar-2026")]
    [InlineData("03/03/2026", 3)]
    [InlineData("25/03/2026", 25)]
    [InlineData("03/25/2026", 25)]
    [InlineData("✅ 2026-03-01")]
    public void Days(string value, int day = 1)
    {
        var due = Due(value)!;

        Assert.Equal((new DateOnly(2026, 3, day), ValueOrigin.Written), (due.Value, due.Origin));
    }

    [Theory]
    [InlineData("March 2026", "2026-03-01")]
    [InlineData("Mar 2026", "2026-03-01")]
    [InlineData("2026-03", "2026-03-01")]
    [InlineData("2026年3月", "2026-03-01")]
    [InlineData("2026-W12", "2026-03-16")]
    public void A_month_or_week_is_its_first_day(string value, string first)
    {
        var due = Due(value)!;

        Assert.Equal((DateOnly.Parse(first), ValueOrigin.Inferred), (due.Value, due.Origin));
    }

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("March 1")]
    [InlineData("Q3 2026")]
    [InlineData("10.0.2026")]
    [InlineData("v2.2026.3")]
    [InlineData("2026-27")]
    [InlineData("2026-W60")]
    [InlineData("next week")]
    public void Other_texts_are_not_dates(string value) => Assert.Null(Due(value));

    [Theory]
    [InlineData("25/12/2026", 4, 3)]
    [InlineData("12/25/2026", 3, 4)]
    public void Another_date_in_the_file_decides_the_order_of_day_and_month(string other, int month, int day)
    {
        var items = Md.Read($"### [A-1] a\n\n- Due: 03/04/2026\n\n### [A-2] b\n\n- Due: {other}\n").Improvements;

        Assert.Equal(new DateOnly(2026, month, day), items[0].TargetDate!.Value);
    }

    [Fact]
    public void Dates_of_both_orders_decide_nothing()
    {
        var items = Md.Read("- [ ] a\n  - Due: 03/04/2026\n\nOn 25/12/2026 and 12/25/2026.\n").Improvements;

        Assert.Null(items[0].TargetDate);
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Completed on")]
    [InlineData("Date completed")]
    [InlineData("Done on")]
    [InlineData("Closed")]
    [InlineData("Shipped")]
    [InlineData("Resolved Date")]
    [InlineData("Fixed on")]
    [InlineData("Erledigt am")]
    [InlineData("Terminé le")]
    [InlineData("Fecha de cierre")]
    [InlineData("Concluído em")]
    [InlineData("Completato il")]
    [InlineData("Дата завершения")]
    [InlineData("完了日")]
    [InlineData("解決日期")]
    [InlineData("Valmistunut")]
    public void A_column_with_the_date_of_completion_means_done(string header)
    {
        var items = Md.Read(
            $"| Task | Impact | {header} |\n|---|---|---|\n| a | 8 | 01.03.2026 |\n| b | 8 | |\n"
        ).Improvements;

        Assert.Equal(
            [(Status.Done, new DateOnly(2026, 3, 1)), (Status.ToDo, (DateOnly?)null)],
            items.Select(item => (item.Status, item.Completed?.Value))
        );
    }

    [Theory]
    [InlineData("## Completed 2026-03-01\n\n- a\n", "2026-03-01")]
    [InlineData("## Second round (2026-03-01)\n\n### A-1: a ✅\n", "2026-03-01")]
    [InlineData("## Backlog (updated 2026-03-01)\n\n### A-1: a ✅\n", null)]
    [InlineData("## Completed (March 2026)\n\n- a\n", null)]
    [InlineData("### A-1: a\n\n**Status:** Fixed (October 2025)\n", "2025-10-01")]
    public void The_date_of_completion_can_be_in_the_heading_or_the_status(string text, string? expected)
    {
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), Md.One(text).Completed?.Value);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_not_a_month()
    {
        Assert.Null(Due("2026-02-30"));
    }
}
