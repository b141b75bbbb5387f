using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>The improvements of a long text are read on all processors.</summary>
public class ManyItemsTests
{
    /// <summary>Of each form: more than a thread reads at a time.</summary>
    private const int Count = 1_200;

    /// <summary>Every so many improvements, a date does not exist.</summary>
    private const int Wrong = 100;

    private static readonly string Text = Build();

    [Fact]
    public void They_are_in_the_order_of_the_text()
    {
        var items = Md.Read(Text).Improvements;
        Assert.Equal(
            Enumerable
                .Range(0, Count)
                .SelectMany(number => (string[])[$"task {number}", $"row {number}", $"heading {number}"])
                .OrderBy(title =>
                    title.StartsWith("task", StringComparison.Ordinal) ? 0
                    : title[0] == 'r' ? 1
                    : 2
                ),
            items.Select(item => item.Title)
        );
        Assert.Equal(Enumerable.Range(0, items.Length), items.Select(item => item.Order));
        Assert.All(items, item => Assert.Equal(item.Title, Text.Substring(item.Span.Offset, item.Span.Length)));
        Assert.Equal(Count + (Count / 2), items.Count(item => item.Status is Status.Done));
    }

    [Fact]
    public void Each_problem_is_of_its_improvement()
    {
        var problems = Md.Read(Text).Problems;
        Assert.Equal(3 * Count / Wrong, problems.Length);
        Assert.Equal(problems.OrderBy(one => one.Span.Offset), problems);
        Assert.All(
            problems,
            one => Assert.Equal(one.Span.Line, one.Item!.Span.Line + (one.Item.Title[0] == 'h' ? 2 : 0))
        );
    }

    [Fact]
    public void They_are_read_like_those_of_a_revision()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var reader = new RevisionReader(new RevisionMemo(ReadingOptions.Default), "x.md");
        Assert.Equal(RevisionText.ReadAlone(bytes), RevisionText.Of(reader.Read(bytes)));
    }

    private static string Build()
    {
        var text = new StringBuilder("# Backlog\n\n## Done\n\n");
        for (var number = 0; number < Count; number++)
        {
            text.Append($"- [x] task {number} (due: {DateOf(number)})\n");
        }

        text.Append("\n## Table\n\n| Task | Status | Due |\n|---|---|---|\n");
        for (var number = 0; number < Count; number++)
        {
            text.Append($"| row {number} | {(number % 2 == 0 ? "✅" : "❌")} | {DateOf(number)} |\n");
        }

        text.Append("\n## Others\n\n");
        for (var number = 0; number < Count; number++)
        {
            text.Append($"### [IMP-{number}] heading {number}\n\n- Due: {DateOf(number)}\n\n");
        }

        return text.ToString();
    }

    private static string DateOf(int number) => number % Wrong == 0 ? "2026-13-45" : "2026-03-02";
}
