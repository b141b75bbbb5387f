namespace KaizenGate.Fuzz;

/// <summary>The inputs of one target.</summary>
internal sealed class Hunt
{
    private const int Largest = 4096;

    private readonly List<byte[]> pool;
    private readonly HashSet<int> outcomes = [];
    private readonly Mutator mutator;

    public Hunt(Target target, byte[][] first, int seed)
    {
        Target = target;
        First =
            first.Length > 0
                ? first
                :
                [
                    [],
                ];
        pool = [.. First];
        // A string's own hash code differs from run to run.
        mutator = new Mutator(new Random(target.Name.Aggregate(seed, (hash, sign) => unchecked((31 * hash) + sign))));
    }

    public Target Target { get; }

    public IReadOnlyList<byte[]> First { get; }

    public byte[] Next() => mutator.Mutate(pool);

    /// <summary>Keeps an input with a new outcome.</summary>
    public void Learn(byte[] input, int outcome)
    {
        if (outcomes.Add(outcome) && pool.Count < Largest)
        {
            pool.Add(input);
        }
    }
}
