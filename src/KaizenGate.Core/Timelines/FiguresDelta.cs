namespace KaizenGate.Core.Timelines;

/// <summary>By how much a change moves what is counted; what vanished after it was closed stays counted.</summary>
/// <param name="Open">Neither done nor rejected.</param>
/// <param name="Identified">Ever identified, without the rejected ones.</param>
/// <param name="Executed">Ever completed.</param>
internal readonly record struct FiguresDelta(int Open, int Identified, int Executed)
{
    public static FiguresDelta None { get; } = new(0, 0, 0);

    public FiguresDelta Plus(FiguresDelta other) =>
        new(Open + other.Open, Identified + other.Identified, Executed + other.Executed);

    public FiguresDelta Minus(FiguresDelta other) =>
        new(Open - other.Open, Identified - other.Identified, Executed - other.Executed);
}
