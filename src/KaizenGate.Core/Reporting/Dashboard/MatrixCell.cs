namespace KaizenGate.Reporting.Dashboard;

/// <summary>
/// One of the nine cells of impact × effort, as advice: the order of work follows the score. The bounds lie half way
/// between the numbers that the words high, medium and low stand for.
/// </summary>
/// <param name="Name">What it advises.</param>
/// <param name="Series">How it is coloured.</param>
internal sealed record MatrixCell(string Name, string Series)
{
    /// <summary>The least impact of the medium and of the high row.</summary>
    public static readonly double[] ImpactBounds = [5, 7];

    /// <summary>The least effort of the medium and of the high column.</summary>
    public static readonly double[] EffortBounds = [4, 7];

    private static readonly MatrixCell First = new("Do first", "first");
    private static readonly MatrixCell Next = new("Do next", "next");
    private static readonly MatrixCell Win = new("Quick win", "next");
    private static readonly MatrixCell Consider = new("Consider", "consider");
    private static readonly MatrixCell Defer = new("Defer", "consider");
    private static readonly MatrixCell Never = new("Don’t do", "never");

    /// <summary>By row from low impact, and by column from low effort.</summary>
    private static readonly MatrixCell[][] Cells =
    [
        [Win, Defer, Never],
        [Next, Consider, Defer],
        [First, Next, Consider],
    ];

    /// <param name="row">0 for low impact to 2 for high.</param>
    /// <param name="column">0 for low effort to 2 for high.</param>
    public static MatrixCell At(int row, int column) => Cells[row][column];

    /// <param name="impact">From 1 to 10.</param>
    /// <param name="effort">From 1 to 10.</param>
    public static MatrixCell Of(double impact, double effort) =>
        At(Level(ImpactBounds, impact), Level(EffortBounds, effort));

    private static int Level(double[] bounds, double value) =>
        value >= bounds[1] ? 2
        : value >= bounds[0] ? 1
        : 0;
}
