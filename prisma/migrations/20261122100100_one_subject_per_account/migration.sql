-- CreateIndex
CREATE UNIQUE INDEX "oidc_identities_issuer_user_id_key" ON "oidc_identities"("issuer", "user_id");
