using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Rules;
using Kind = KaizenGate.Core.Timelines.TimelineEventKind;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Plans and reviews for the golden files.</summary>
internal static class PlanSamples
{
    private const string Bait = "::error::x ##vso[task.complete]\n\e[2J | <b>@ada</b> `x` [y](http://z)";

    /// <summary>A plan with every section.</summary>
    public static ImmutableArray<Improvement> Items { get; } =
    [
        Sample.Item("Reuse the browser between tests", 8, 3, Status.InProgress, "IMP-001") with
        {
            EstimatedHours = Sample.Written(3d),
            TimeSpent = Sample.Written(1.5),
        },
        Sample.Item("Cache the restored packages", 8, 2, id: "IMP-002"),
        Sample.Item("Say in the log which test is running", 4, 3) with
        {
            EstimatedHours = Sample.Written(0.5),
        },
        Sample.Item("Retry the upload", 6, 4, id: "IMP-004") with
        {
            EstimatedHours = Sample.Written(4d),
        },
        Sample.Item("Rename the flags", 4, 1, id: "IMP-005") with
        {
            TargetDate = Sample.Written(new DateOnly(2026, 3, 20)),
        },
        Sample.Item("Split the largest module", 9, 6, id: "IMP-006"),
        Sample.Item("Ask what users need", 7, id: "IMP-007"),
        Sample.Item("Count what people read", 12, 2, id: "IMP-008"),
        Sample.Item("Rewrite everything", 4, 9, Status.Deferred, "IMP-009"),
        Sample.Item("Add the hook", 8, 2, Status.Done, "IMP-010") with
        {
            TimeSpent = Sample.Written(3d),
            MeasuredImpact = new(
                new("broken commits", 4, 0, "a week", true),
                "broken commits: 4 → 0 a week",
                SourceSpan.FileStart
            ),
        },
        Sample.Item("Drop the old client", 5, 2, Status.Done, "IMP-011"),
    ];

    public static Plan Plan => Of(Capacity.Of(GateSettings.Default), [.. Items]);

    /// <summary>Work in progress exceeds the capacity, and the remaining hours of one improvement are unknown.</summary>
    public static Plan Overfull =>
        Of(
            Capacity.Of(GateSettings.Default) with
            {
                Named = 4.5,
            },
            Sample.Item("Split the largest module", 9, 6, Status.InProgress, "IMP-006"),
            Sample.Item("Ask what users need", status: Status.InProgress),
            Items[1]
        );

    public static Plan Empty => Of(new Capacity(3, 38.5));

    /// <summary>Two backlogs with hostile text.</summary>
    public static Plan Hostile =>
        Plan.Of(
            [
                Sample.Backlog(Sample.Item(Bait, 8, 2, id: "--evil; rm")) with
                {
                    File = SourceFile.Named($"{Bait}.md"),
                },
                Sample.Backlog(Sample.Item(Bait, 7, 6), Sample.Item(Bait, null, 2)),
            ],
            Scoring.Default,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );

    public static Review Review =>
        Reviewed(
            new Evidence(
                Sample.Backlog(Items),
                HistorySample.Of(
                    200,
                    [1],
                    HistorySample.Event(Kind.Captured, "IMP-006", 90),
                    HistorySample.Event(Kind.Captured, "IMP-012", 30) with
                    {
                        Title = "Forget about it",
                    },
                    HistorySample.Event(Kind.Captured, "IMP-007", 6),
                    HistorySample.Event(Kind.Captured, "IMP-004", 5),
                    HistorySample.Event(Kind.Completed, "IMP-010", 5),
                    HistorySample.Event(Kind.Completed, "IMP-011", 4),
                    HistorySample.Event(Kind.Completed, "IMP-013", 4) with
                    {
                        Title = "Pin the tools",
                    },
                    HistorySample.Event(Kind.Dropped, "IMP-012", 3),
                    HistorySample.Event(Kind.Pruned, "IMP-013", 2),
                    HistorySample.Event(Kind.Deferred, "IMP-009", 2),
                    HistorySample.Event(Kind.Captured, "IMP-008", 0),
                    HistorySample.Event(Kind.Captured, "IMP-002", -2)
                )
            )
        );

    /// <summary>An unknown history, and one with hostile text.</summary>
    public static Review Unknown =>
        Reviewed(
            new Evidence(Sample.Backlog(Items[1]), HistorySample.Shallow),
            new Evidence(
                Sample.Backlog(Sample.Item(Bait, 8, id: "--evil; rm")) with
                {
                    File = SourceFile.Named($"{Bait}.md"),
                },
                HistorySample.Of(50, [1], HistorySample.Event(Kind.Completed, "gone", 2) with { Title = Bait }) with
                {
                    CutShortBy = Bait,
                    Start = Sample.DaysAgo(5),
                }
            )
        );

    /// <summary>A busy week of many improvements with the given title, in several backlogs of a given path.</summary>
    public static Review Busy(string title, string path, int backlogs, int items) =>
        Reviewed([
            .. Enumerable
                .Range(0, backlogs)
                .Select(file => new Evidence(
                    Sample.Backlog([
                        .. Enumerable.Range(0, items).Select(at => Sample.Item(title, 8, id: $"A{file}-{at}")),
                        .. Enumerable
                            .Range(0, items)
                            .Select(at => Sample.Item(title, 8, 1, Status.InProgress, $"B{file}-{at}")),
                    ]) with
                    {
                        File = SourceFile.Named($"{file}{path}.md"),
                    },
                    HistorySample.Of(
                        50,
                        [1],
                        [
                            .. Enumerable
                                .Range(0, items)
                                .SelectMany(at =>
                                    new[]
                                    {
                                        HistorySample.Event(Kind.Captured, $"A{file}-{at}", 3),
                                        HistorySample.Event(Kind.Completed, $"B{file}-{at}", 3),
                                        HistorySample.Event(Kind.Captured, $"C{file}-{at}", 0) with
                                        {
                                            Title = title,
                                        },
                                    }
                                ),
                        ]
                    ) with
                    {
                        CutShortBy = title,
                        Start = Sample.DaysAgo(5),
                    }
                )),
        ]);

    private static Plan Of(Capacity capacity, params Improvement[] items) =>
        Plan.Of([Sample.Backlog(items)], Scoring.Default, capacity, Sample.AsOf);

    private static Review Reviewed(params ImmutableArray<Evidence> evidence) =>
        Review.Of(evidence, GateSettings.Default, Capacity.Of(GateSettings.Default), Sample.AsOf);
}
