namespace KaizenGate.Timelines;

/// <summary>By how much a change moves what is counted; what vanished after it was closed stays counted.</summary>
/// <param name="Open">Neither done nor rejected.</param>
/// <param name="Identified">Ever identified, without the rejected ones.</param>
/// <param name="Executed">Ever completed.</param>
public readonly record struct Shift(int Open, int Identified, int Executed)
{
    public static Shift None { get; } = new(0, 0, 0);

    public Shift Plus(Shift other) => new(Open + other.Open, Identified + other.Identified, Executed + other.Executed);

    public Shift Minus(Shift other) => new(Open - other.Open, Identified - other.Identified, Executed - other.Executed);
}
