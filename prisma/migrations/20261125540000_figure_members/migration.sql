-- How many members stand behind a frozen number: what fewer than three brought is in no table and no picture of the public.
-- Numbers frozen before this are immutable and keep null: nobody knows, so they are held back as well.
-- AlterTable
ALTER TABLE "edition_figures" ADD COLUMN     "organizations" INTEGER;

-- Hand-written; the schema cannot express it.
ALTER TABLE edition_figures ADD CONSTRAINT edition_figures_organizations CHECK (organizations >= 0);
